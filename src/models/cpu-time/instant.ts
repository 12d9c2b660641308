import type { Microseconds } from './types.ts'

/** Less than this, a tenth of a nanosecond, is nothing: rounding must not make events of its own. */
const nothing = 1e-4

export const isNothing = (time: Microseconds): boolean => time <= nothing

/** It is this instant, or an earlier one. */
export const hasCome = (at: Microseconds, now: Microseconds): boolean => isNothing(at - now)
