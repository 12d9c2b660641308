export { averageOver } from './average.ts'
export { randomQuota, randomService, randomTree, type Making } from './cases.ts'
export { cpusOf, isSpent, isThrottled, running, wanting } from './demand.ts'
export { divide, isPinned, rateOf } from './divide.ts'
export { explain, explainGroup } from './explain.ts'
export { pour } from './fill.ts'
export { observe, sharesOf, type File } from './observe.ts'
export { play, playUntil, type Interval, type Span } from './play.ts'
export {
  arrivals,
  group,
  isServed,
  latencies,
  percentile,
  serve,
  serveAll,
  type Service,
} from './requests.ts'
export {
  because,
  leftOut,
  rules,
  type Facts,
  type LeftOut,
  type Reason,
  type Rule,
  type Trace,
} from './rules.ts'
export { init } from './start.ts'
export { enabled, rateAt, ratesAt, step, type Step } from './step.ts'
export { childrenOf, groupOf, lineage, root, subtree } from './tree.ts'
export type * from './types.ts'
export { threadWeight, type Running } from './weigh.ts'
