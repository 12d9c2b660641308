export { clockFrom, pause, play, seek, tick, type Clock } from './clock.ts'
export { canonicalKey, explore, type Explored, type Limits, type Machine } from './explore.ts'
export { pick, pickWeighted, randomFrom, randomInt, type Random } from './random.ts'
export type { Reason, ReasonOf, Trace, Verdict } from './trace.ts'
