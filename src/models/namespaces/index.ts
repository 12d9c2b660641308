export { isCapable, mayLookAt } from './capable.ts'
export { randomCase, randomProgram, settle, type Case } from './cases.ts'
export { findByPid, findProcess, isOne, lineage, pidIn } from './find.ts'
export { invariants } from './invariants.ts'
export { kinds, plainKinds } from './kinds.ts'
export type * from './kinds.ts'
export { readMove, writeMove } from './move-text.ts'
export { observe, type Row, type View } from './observe.ts'
export { idsOf, links, numberLinks, observeKinds, type Holding, type Link } from './observe-kinds.ts'
export { renumber } from './renumber.ts'
export {
  foreignTo,
  leftOut,
  nameOf,
  rules,
  uncheckable,
  type Facts,
  type LeftOut,
  type Reason,
  type Rule,
  type Trace,
  type Uncheckable,
} from './rules.ts'
export { scenarios, type PidTale, type ScenarioId } from './scenarios.ts'
export { defaultInput, enabled, init, isInternal, step } from './step.ts'
export type { Step } from './result.ts'
export type { NamespacesTale } from './tale.ts'
export type * from './types.ts'
