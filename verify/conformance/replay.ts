/** Records against the models as they stand, without a machine. */
import {
  judgeCounterexample,
  judgeCoverage,
  judgeKept,
  judgeShard,
  keptOf,
  nameOf,
  summarize,
  type Subject,
  type Target,
} from '#conformance'
import { isDeepStrictEqual } from 'node:util'
import {
  gatherAgreement,
  readAgreement,
  readCounterexamples,
  readRecord,
  readSummary,
  recordedTargets,
} from './record-file.ts'

export type Replayed = {
  readonly faults: readonly string[]
  /** shards whose generator has changed since: their digests say nothing any more */
  readonly stale: number
  readonly cases: number
  readonly kept: number
}

export const replayRecord = <I, A, S>(subject: Subject<I, A, S>, target: Target): Replayed => {
  const record = readRecord(subject, target)
  const shards = record.shards.map((shard) => judgeShard(subject, shard, target))
  const fresh = record.shards.filter((_, at) => !shards[at]?.stale)
  const summary = isDeepStrictEqual(readSummary(subject, target), summarize(record))
    ? []
    : [`${target}.json: expected the summary of ${target}.json.gz; record again, never edit it`]
  return {
    faults: [
      ...keptOf(record).flatMap((kept) => judgeKept(subject, kept)),
      ...shards.flatMap(({ faults }) => faults),
      ...judgeCoverage(subject, record),
      ...summary,
    ],
    stale: shards.filter(({ stale }) => stale).length,
    cases: fresh.reduce((sum, { cases }) => sum + cases, 0),
    kept: record.covering.length,
  }
}

/** The file that widgets show tells of the records as they are. */
export const judgeAgreement = ({ model }: { readonly model: string }): readonly string[] =>
  isDeepStrictEqual(readAgreement(model), gatherAgreement(model))
    ? []
    : [`${model}: expected agreement.json to tell of its records; record again, never edit it`]

/** Everything that is recorded of a model, and what is wrong with it. */
export const replayAll = <I, A, S>(
  subject: Subject<I, A, S>,
): { readonly lines: readonly string[]; readonly faults: number } => {
  const name = nameOf(subject)
  const known = readCounterexamples(subject)
  const records = recordedTargets(subject).map((target) => ({ target, ...replayRecord(subject, target) }))
  const faults = [
    ...known.flatMap((each) => judgeCounterexample(subject, each)),
    ...records.flatMap((record) => record.faults),
    ...judgeAgreement(subject),
  ]
  const lines = [
    ...records.map(({ target, stale, cases, kept }) => {
      const old = stale > 0 ? `; ${stale} shards are stale: the generator makes other cases by now` : ''
      return `${name} on ${target}: ${kept} cases whole, ${cases} by digest${old}`
    }),
    `${name}: ${known.length} counterexamples; ${faults.length} faults`,
    ...faults.map((fault) => `  ${fault}`),
  ]
  return { lines, faults: faults.length }
}
