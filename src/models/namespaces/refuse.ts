import type { Reason } from './rules.ts'
import type { Errno, State } from './types.ts'
import type { Step } from './result.ts'

/** An errno, and nothing has changed. */
export const denied = (state: State, errno: Errno, reason: Reason): Step => ({
  state,
  outcome: { is: 'error', errno },
  trace: [reason],
})

export type Refused = { readonly refused: Step }

export const refuse = (state: State, errno: Errno, reason: Reason): Refused => ({
  refused: denied(state, errno, reason),
})
