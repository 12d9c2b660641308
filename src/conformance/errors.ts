/** By how much a model misses what is measured. */
import type { ConformanceRecord } from './schema.ts'
import { caseSeed } from './seeds.ts'
import type { Verdict } from './types.ts'

/** As fine as a record keeps an error. */
export const roundError = (error: number): number => Math.round(error * 1000) / 1000

/** What is declared is told apart, with its reason, and says nothing of how exact the rest is. */
export const errorOf = (verdict: Verdict): number | null =>
  verdict.is === 'not-applicable' || verdict.is === 'declared' || verdict.error === undefined
    ? null
    : roundError(verdict.error)

/** Of each case, by its seed, as it was recorded. */
export const recordedErrors = ({
  shards,
}: Pick<ConformanceRecord, 'shards'>): ReadonlyMap<number, number | null> =>
  new Map(
    shards.flatMap(({ seed, errors = [] }) =>
      errors.map((error, at): [number, number | null] => [caseSeed(seed, at), error]),
    ),
  )
