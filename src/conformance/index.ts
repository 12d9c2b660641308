/** Models against the real thing: cases, comparing, records. Pure. */
export { compare, firstDifference } from './compare.ts'
export { countRules, coveringSet, floor, underFloor } from './cover.ts'
export { digest, hashCases } from './digest.ts'
export { errorOf, keptOf } from './errors.ts'
export { packRules, unpackRules } from './fired.ts'
export { chooseKept, joinRecords } from './join-records.ts'
export { nameOf, recordName } from './name.ts'
export { judgeCounterexample, judgeCoverage, judgeKept, judgeShard } from './judge-record.ts'
export {
  counterexamplesSchema,
  recordSchema,
  type ConformanceRecord,
  type Counterexample,
  type Kept,
  type KeptWithError,
  type Shard,
} from './schema.ts'
export { caseSeed, planShards, shardSize, type ShardPlan } from './seeds.ts'
export { movesOf, settleTelling } from './settle.ts'
export { shrink } from './shrink.ts'
export { agreementOf, summarize, type Agreement, type Mutation, type Summary } from './summary.ts'
export { targets, type Target } from './targets.ts'
export type * from './types.ts'
