export { play, randomCase, type Case } from './cases.ts'
export { eventOf, pending } from './client.ts'
export { readMove, writeMove } from './move-text.ts'
export type { Step } from './result.ts'
export {
  leftOut,
  rules,
  uncheckable,
  type Facts,
  type LeftOut,
  type Reason,
  type Rule,
  type Trace,
  type Uncheckable,
} from './rules.ts'
export { scenarios, type WatchTale } from './scenarios.ts'
export { init, step } from './step.ts'
export type * from './types.ts'
