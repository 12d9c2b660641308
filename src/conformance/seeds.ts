/** The seed of the `index`th case of a shard: neighbours share nothing, and a case can be had alone again. */
export const caseSeed = (shard: number, index: number): number =>
  (Math.imul(shard, 0x85ebca6b) + Math.imul(index, 0x9e3779b1)) >>> 0

/** Cases of one shard: a record of ten thousand has five. */
export const shardSize = 2000

export type ShardPlan = { readonly seed: number; readonly cases: number }

export const planShards = (seed: number, cases: number): readonly ShardPlan[] =>
  Array.from({ length: Math.ceil(cases / shardSize) }, (_, shard) => ({
    seed: (seed + shard) >>> 0,
    cases: Math.min(shardSize, cases - shard * shardSize),
  }))
