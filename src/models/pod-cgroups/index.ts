export { checkInput } from './check-input.ts'
export { linearWeight, logarithmicWeight, period } from './cpu.ts'
export { podCgroups } from './pod-cgroups.ts'
export {
  leftOut,
  rules,
  type Facts,
  type LeftOut,
  type Reason,
  type Resource,
  type Rule,
  type Trace,
} from './rules.ts'
export { defaultInput, node, podIds, pods, type PodId } from './scenarios.ts'
export type * from './types.ts'
