import type { Reason } from './rules.ts'
import type { Step } from './result.ts'
import type { Errno, State } from './types.ts'

/** An errno, and nothing has changed. */
export const denied = (state: State, errno: Errno, reason: Reason): Step => ({
  state,
  outcome: { is: 'error', errno },
  trace: [reason],
})
