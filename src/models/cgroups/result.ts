/** What an action gives: the next state, what the caller is told, and why. */
import type { Reason, Trace } from './rules.ts'
import type { Errno, LeftOut, Outcome, State } from './types.ts'

export type Step = { readonly state: State; readonly outcome: Outcome; readonly trace: Trace }

/** An errno, and nothing has changed. */
export const deny = (state: State, errno: Errno, reason: Reason): Step => ({
  state,
  outcome: { is: 'error', errno },
  trace: [reason],
})

export const done = (state: State, ...trace: Trace): Step => ({ state, outcome: { is: 'done' }, trace })

export const leaveOut = (state: State, why: LeftOut): Step => ({
  state,
  outcome: { is: 'left-out', why },
  trace: [],
})
