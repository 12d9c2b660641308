/** The few lines of a record that a page shows. */
import { countRules } from './cover.ts'
import { unpackRules } from './fired.ts'
import type { ConformanceRecord, Target } from './schema.ts'

export type Summary = {
  readonly model: string
  readonly target: Target
  readonly kernel: string
  readonly distribution: string
  readonly date: string
  readonly seconds: number
  readonly cases: number
  readonly agreed: number
  readonly differing: number
  readonly declared: number
  readonly notApplicable: number
  readonly seeds: readonly number[]
  /** in how many cases each rule fired */
  readonly rules: Readonly<Record<string, number>>
}

export const summarize = (record: ConformanceRecord): Summary => {
  const sum = (of: (shard: ConformanceRecord['shards'][number]) => number) =>
    record.shards.reduce((total, shard) => total + of(shard), 0)
  const cases = sum((shard) => shard.cases)
  const differing = sum((shard) => shard.differing.length)
  const declared = sum((shard) => shard.declared.length)
  const notApplicable = sum((shard) => shard.notApplicable.length)
  const fired = record.shards.flatMap((shard) => shard.fired)
  return {
    model: record.model,
    target: record.target,
    kernel: record.environment.kernel,
    distribution: record.environment.distribution,
    date: record.started.slice(0, 10),
    seconds: Math.round(record.seconds),
    cases,
    agreed: cases - differing - declared - notApplicable,
    differing,
    declared,
    notApplicable,
    seeds: record.shards.map(({ seed }) => seed),
    rules: countRules(
      record.rules,
      fired.map((packed) => ({ rules: unpackRules(record.rules, packed) })),
    ),
  }
}
