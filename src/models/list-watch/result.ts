import { because, type Trace } from './rules.ts'
import type { Outcome, State } from './types.ts'

/** What a move gives: the next state, what the caller is told, and why. */
export type Step = { readonly state: State; readonly outcome: Outcome; readonly trace: Trace }

/** Of a move that nothing can come of. */
export const idle = (state: State): Step => ({
  state,
  outcome: { is: 'idle' },
  trace: [because('list-watch/idle', '', {})],
})
