export { randomCase, type Case } from './cases.ts'
export { parseList, printList } from './cpu-list.ts'
export { ratioOf } from './cpu-max.ts'
export { effective as effectiveList } from './cpuset.ts'
export { typeOf } from './domains.ts'
export { files, filesOf, type File } from './files.ts'
export {
  childrenOf,
  findGroup,
  findProcess,
  hierarchiesOf,
  lineage,
  membersOf,
  parentOf,
  topOf,
} from './find.ts'
export { effectiveMemory } from './memory.ts'
export { readMove, writeMove, type Move } from './move-text.ts'
export { offeredTo } from './offers.ts'
export { observe, viewOf, type View } from './observe.ts'
export { foreignTo, leftOut, rules, type Facts, type Reason, type Rule, type Trace } from './rules.ts'
export { defaultInput, init, step } from './step.ts'
export type { Step } from './result.ts'
export type * from './types.ts'
