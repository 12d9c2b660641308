/** By how much a model misses what is measured. */
import type { ConformanceRecord, KeptWithError } from './schema.ts'
import { caseSeed } from './seeds.ts'
import type { Verdict } from './types.ts'

/** As fine as a record keeps an error. */
export const roundError = (error: number): number => Math.round(error * 1000) / 1000

/** What is declared is told apart, with its reason, and says nothing of how exact the rest is. */
export const errorOf = (verdict: Verdict): number | null =>
  verdict.is === 'not-applicable' || verdict.is === 'declared' || verdict.error === undefined
    ? null
    : roundError(verdict.error)

/** What is stored whole, each case with the error that was recorded of it. */
export const keptOf = <Input, Action, Seen>({
  covering,
  shards,
}: Pick<ConformanceRecord<Input, Action, Seen>, 'covering' | 'shards'>): readonly KeptWithError<
  Input,
  Action,
  Seen
>[] => {
  const errors = new Map(
    shards.flatMap(({ seed, errors = [] }) =>
      errors.map((error, at): [number, number | null] => [caseSeed(seed, at), error]),
    ),
  )
  return covering.map((kept) => ({ ...kept, error: errors.get(kept.seed) ?? null }))
}
