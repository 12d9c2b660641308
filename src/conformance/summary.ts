/** The few lines of a record that a page shows. */
import { countRules } from './cover.ts'
import { roundError } from './errors.ts'
import { unpackRules } from './fired.ts'
import type { ConformanceRecord } from './schema.ts'
import type { Target } from './targets.ts'

export type Summary = {
  readonly model: string
  readonly aspect?: string
  readonly target: Target
  readonly kernel: string
  /** on a cluster */
  readonly k3s?: { readonly version: string; readonly release: boolean }
  readonly distribution: string
  readonly date: string
  readonly seconds: number
  readonly cases: number
  readonly agreed: number
  readonly differing: number
  readonly declared: number
  readonly notApplicable: number
  readonly seeds: readonly number[]
  /** where the subject measures: by how much cases were missed */
  readonly error?: { readonly unit: string; readonly mean: number; readonly worst: number }
  /** in how many cases each rule fired */
  readonly rules: Readonly<Record<string, number>>
}

/** What a widget shows of it. */
export type Agreement = Omit<Summary, 'model' | 'distribution' | 'seconds' | 'seeds' | 'rules'>

export const agreementOf = (summary: Summary): Agreement => {
  const { target, aspect, kernel, k3s, date, cases, agreed, differing, declared, notApplicable, error } =
    summary
  return {
    target,
    ...(aspect === undefined ? {} : { aspect }),
    ...{ kernel, ...(k3s ? { k3s } : {}), date, cases, agreed, differing, declared, notApplicable },
    ...(error ? { error } : {}),
  }
}

export const summarize = (record: ConformanceRecord): Summary => {
  const sum = (of: (shard: ConformanceRecord['shards'][number]) => number) =>
    record.shards.reduce((total, shard) => total + of(shard), 0)
  const cases = sum((shard) => shard.cases)
  const differing = sum((shard) => shard.differing.length)
  const declared = sum((shard) => shard.declared.length)
  const notApplicable = sum((shard) => shard.notApplicable.length)
  const { k3s } = record.environment
  const fired = record.shards.flatMap((shard) => shard.fired)
  return {
    model: record.model,
    ...(record.aspect === undefined ? {} : { aspect: record.aspect }),
    target: record.target,
    kernel: record.environment.kernel,
    ...(k3s ? { k3s: { version: k3s.version, release: k3s.release } } : {}),
    distribution: record.environment.distribution,
    date: record.started.slice(0, 10),
    seconds: Math.round(record.seconds),
    cases,
    agreed: cases - differing - declared - notApplicable,
    differing,
    declared,
    notApplicable,
    seeds: record.shards.map(({ seed }) => seed),
    ...errorOf(record),
    rules: countRules(
      record.rules,
      fired.map((packed) => ({ rules: unpackRules(record.rules, packed) })),
    ),
  }
}

const errorOf = ({ unit, shards }: ConformanceRecord): Pick<Summary, 'error'> => {
  const errors = shards.flatMap((shard) => shard.errors ?? []).filter((error) => error !== null)
  if (unit === undefined || errors.length === 0) return {}
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  return { error: { unit, mean: roundError(mean), worst: roundError(Math.max(...errors)) } }
}

/** What `npm run mutate` found: how many small faults in a model its records notice. */
export type Mutation = {
  readonly model: string
  readonly date: string
  /** of the code that was mutated */
  readonly code: string
  readonly killed: number
  readonly mutants: number
}
