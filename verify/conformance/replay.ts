/** Records against the models as they stand, without a machine. */
import {
  judgeCounterexample,
  judgeCoverage,
  judgeKept,
  judgeShard,
  summarize,
  type Subject,
} from '#conformance'
import { isDeepStrictEqual } from 'node:util'
import { readCounterexamples, readRecord, readSummary, recordedTargets } from './record-file.ts'

export type Replayed = {
  readonly faults: readonly string[]
  /** shards whose generator has changed since: their digests say nothing any more */
  readonly stale: number
  readonly cases: number
  readonly kept: number
}

/** What is stored whole: the only part that a mutated model is put to. */
export const replayKept = <I, A, S>(subject: Subject<I, A, S>): readonly string[] => [
  ...recordedTargets(subject.model).flatMap((target) =>
    readRecord(subject, target).covering.flatMap((kept) => judgeKept(subject, kept)),
  ),
  ...readCounterexamples(subject).flatMap((known) => judgeCounterexample(subject, known)),
]

export const replayRecord = <I, A, S>(subject: Subject<I, A, S>, target: string): Replayed => {
  const record = readRecord(subject, target)
  const shards = record.shards.map((shard) => judgeShard(subject, shard))
  const fresh = record.shards.filter((_, at) => !shards[at]?.stale)
  const summary = isDeepStrictEqual(readSummary(subject.model, target), summarize(record))
    ? []
    : [`${target}.json: expected the summary of ${target}.json.gz; record again, never edit it`]
  return {
    faults: [
      ...record.covering.flatMap((kept) => judgeKept(subject, kept)),
      ...shards.flatMap(({ faults }) => faults),
      ...judgeCoverage(subject, record),
      ...summary,
    ],
    stale: shards.filter(({ stale }) => stale).length,
    cases: fresh.reduce((sum, { cases }) => sum + cases, 0),
    kept: record.covering.length,
  }
}
