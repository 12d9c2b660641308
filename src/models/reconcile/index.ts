export { backOff, crashing } from './kubelet.ts'
export { fencepostsOf, type Fenceposts } from './fenceposts.ts'
export { findDeployment, readyOf, setsOf } from './find.ts'
export { hashKey } from './labels.ts'
export { invariants, leastReady } from './invariants.ts'
export { randomCase, type Case } from './cases.ts'
export { follow, wayOf, type Followed, type Way } from './follow.ts'
export { readMove, writeMove } from './move-text.ts'
export {
  beginScenario,
  nextInStory,
  scenarios,
  type ChoiceId,
  type LoopTale,
  type QuestionId,
  type ScenarioId,
} from './scenarios.ts'
export { keyOf, observe, type PodsSeen, type View } from './observe.ts'
export { perform, type Deed, type PodKind } from './program.ts'
export {
  leftOut,
  played,
  rules,
  type Facts,
  type LeftOut,
  type Played,
  type Reason,
  type Rule,
  type Trace,
} from './rules.ts'
export { consider, enabled, init, isTurn, step, type Taken } from './step.ts'
export type { Step } from './result.ts'
export type * from './types.ts'
