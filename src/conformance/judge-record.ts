/** A record against the model as it stands now, without the real thing: what `npm test` does. */
import { compare, firstDifference } from './compare.ts'
import { countRules, floor, underFloor } from './cover.ts'
import { digest, hashCases } from './digest.ts'
import { errorOf } from './errors.ts'
import { unpackRules } from './fired.ts'
import type { ConformanceRecord, Counterexample, KeptWithError, Shard } from './schema.ts'
import { caseSeed } from './seeds.ts'
import type { Target } from './targets.ts'
import type { Case, Subject } from './types.ts'

const again = 'if the model is right, record again: npm run conform -- --record'

const describe = (what: string, predicted: unknown, observed: unknown): string =>
  `${what}: the model predicts ${JSON.stringify(predicted)}, the kernel did ${JSON.stringify(observed)}`

/** A case that is stored whole: what was seen, by how much it was missed, and that it still fires what it was chosen for. */
export const judgeKept = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  kept: KeptWithError<Input, Action, Seen>,
): readonly string[] => {
  const prediction = subject.predict(kept)
  const name = `case ${kept.seed}`
  const verdict = compare(subject, kept, prediction, kept.seen)
  if (verdict.is === 'differs') {
    const { at, predicted, observed } = verdict.difference
    return [describe(`${name}, action ${at + 1}`, predicted, observed)]
  }
  const error = errorOf(verdict)
  if (error !== kept.error) return [`${name}: recorded as missed by ${kept.error}, now by ${error}; ${again}`]
  const fired = firstDifference(prediction.rules, kept.rules)
  return fired
    ? [`${name}: recorded as firing ${kept.rules.join(', ')}; now ${prediction.rules.join(', ')}; ${again}`]
    : []
}

/** stale: the generator makes other cases by now, so that their digests say nothing. */
export const judgeShard = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  shard: Shard,
  target: Target,
): { readonly stale: boolean; readonly faults: readonly string[] } => {
  const seeds = Array.from({ length: shard.cases }, (_, at) => caseSeed(shard.seed, at))
  const cases: readonly Case<Input, Action>[] = seeds.map((seed) => subject.makeCase(seed, target))
  if (hashCases(cases) !== shard.generator) return { stale: true, faults: [] }
  // What is measured, or free, is never equal: there all cases are stored whole, and judged so.
  if (subject.measured || subject.admits) return { stale: false, faults: [] }
  const apart = new Set([...shard.declared, ...shard.notApplicable])
  const faults = cases.flatMap((given, at) => {
    const recorded = shard.digests.slice(at * 8, at * 8 + 8)
    return apart.has(at) || digest(subject.predict(given).seen) === recorded
      ? []
      : [`case ${seeds[at]}: predicted otherwise than what was seen; run it: --case ${seeds[at]}`]
  })
  return { stale: false, faults }
}

export const judgeCounterexample = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  known: Counterexample<Input, Action, Seen>,
): readonly string[] => {
  const verdict = compare(subject, known, subject.predict(known), known.seen)
  if (verdict.is !== 'differs') return []
  const { at, predicted, observed } = verdict.difference
  return [describe(`counterexample of ${known.found}, action ${at + 1}`, predicted, observed)]
}

/** Every rule of the model has been put to the test often enough, and so has the part that is stored whole. */
export const judgeCoverage = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  record: ConformanceRecord<Input, Action, Seen>,
): readonly string[] => {
  const all = record.shards.flatMap(({ fired }) =>
    fired.map((packed) => ({ rules: unpackRules(record.rules, packed) })),
  )
  const lacking = (where: string, cases: readonly { readonly rules: readonly string[] }[]) => {
    const counts = countRules(subject.rules, cases)
    return underFloor(counts, subject.uncheckable(record.target)).map(
      (rule) => `${rule}: fired in ${counts[rule] ?? 0} ${where}, expected at least ${floor}; ${again}`,
    )
  }
  return [...lacking('recorded cases', all), ...lacking('cases of the covering set', record.covering)]
}
