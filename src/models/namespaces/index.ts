export { randomProgram, settle } from './cases.ts'
export { findByPid, findProcess, isOne, lineage, pidIn } from './find.ts'
export { invariants } from './invariants.ts'
export { observe, type Row, type View } from './observe.ts'
export {
  leftOut,
  nameOf,
  rules,
  type Facts,
  type LeftOut,
  type Reason,
  type Rule,
  type Trace,
} from './rules.ts'
export {
  scenarioById,
  scenarios,
  type ChoiceId,
  type Question,
  type QuestionId,
  type Scenario,
  type ScenarioId,
} from './scenarios.ts'
export { defaultInput, enabled, init, isInternal, step } from './step.ts'
export type { Step } from './result.ts'
export type * from './types.ts'
