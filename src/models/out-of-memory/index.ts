export { margin, randomCase, type Case, type Ground } from './cases.ts'
export { candidates, exempt, scoreOf, type Candidate } from './choose.ts'
export { cacheOf, findGroup, findProcess, isWithin, membersOf, pathUp, residentOf, usageOf } from './find.ts'
export { invariants } from './invariants.ts'
export { readMove, writeMove } from './move-text.ts'
export { observe, type Row } from './observe.ts'
export type { Step } from './result.ts'
export {
  leftOut,
  rules,
  uncheckable,
  type Facts,
  type LeftOut,
  type Reason,
  type Rival,
  type Rule,
  type Trace,
  type Uncheckable,
} from './rules.ts'
export {
  beginScenario,
  mebibytes,
  scenarios,
  type ChoiceId,
  type OomTale,
  type QuestionId,
  type ScenarioId,
} from './scenarios.ts'
export { init, step } from './step.ts'
export type * from './types.ts'
