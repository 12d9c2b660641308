/** The ledger of proof: what a record is, whether it still holds, and what it counts for. Pure. */
export type * from './types.ts'
export { countCommands, pinnedShare, sumCounts, type Counts } from './counts.ts'
export { factsOf } from './facts.ts'
export { findSecret, type Secret } from './find-secret.ts'
export { hashExpectations, hashInputs, type UsedFiles } from './hashes.ts'
export { judge, type JudgedCommand, type Judgement } from './judge.ts'
export { readRecord, type ReadRecord } from './schema.ts'
export { shellSettings } from './shell-settings.ts'
