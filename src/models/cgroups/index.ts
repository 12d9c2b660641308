export { randomCase, type Case } from './cases.ts'
export { parseList, printList } from './cpu-list.ts'
export { effectiveCpus } from './effective-cpus.ts'
export { effective as effectiveList } from './cpuset.ts'
export { typeOf } from './domains.ts'
export { files, filesOf, type File } from './files.ts'
export {
  childrenOf,
  findGroup,
  findProcess,
  frozenBy,
  hierarchiesOf,
  lineage,
  membersOf,
  parentOf,
  splitPlace,
  topOf,
} from './find.ts'
export { invariants } from './invariants.ts'
export { ownerOf } from './may.ts'
export { effectiveMemory, readBytes as printBytes } from './memory.ts'
export { readMove, writeMove, type Move } from './move-text.ts'
export { governing, offeredTo } from './offers.ts'
export { observe, viewOf, type View } from './observe.ts'
export { foreignTo, leftOut, rules, type Facts, type Reason, type Rule, type Trace } from './rules.ts'
export { contentOf } from './read-file.ts'
export { scenarios, twinOf, versionOf } from './scenarios.ts'
export { defaultInput, filesIn, init, step } from './step.ts'
export type { Step } from './result.ts'
export { freshSettings } from './settings.ts'
export type { TreeTale } from './tale.ts'
export type * from './types.ts'
