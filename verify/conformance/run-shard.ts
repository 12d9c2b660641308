/** One shard: its cases made, put to the real thing by a few hands at a time, and compared. */
import {
  caseSeed,
  compare,
  digest,
  hashCases,
  packRules,
  errorOf,
  type Case,
  type Kept,
  type Shard,
  type ShardPlan,
  type Subject,
  type Target,
  type Verdict,
} from '#conformance'
import type { Real } from './real.ts'

export type Judged<Input, Action, Seen> = Kept<Input, Action, Seen> & { readonly verdict: Verdict }

export const judgeCase = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  real: Real<Input, Action, Seen>,
  given: Case<Input, Action>,
  seed: number,
): Promise<Judged<Input, Action, Seen>> => {
  const prediction = subject.predict(given)
  const why = real.lacks(given)
  if (why !== undefined)
    return { ...given, seed, seen: [], rules: [], verdict: { is: 'not-applicable', why } }
  const seen = prediction.leftOut === undefined ? await see(real, given, seed) : []
  const first = compare(subject, given, prediction, seen)
  const isOutlier = async () =>
    !(await comesAgain(async () => compare(subject, given, prediction, await see(real, given, seed))))
  const verdict = subject.measured && first.is === 'differs' && (await isOutlier()) ? outlier : first
  // What was not compared has put no rule to the test.
  const rules = verdict.is === 'not-applicable' ? [] : prediction.rules
  return { ...given, seed, seen, rules, verdict }
}

/** Measures are disturbed at times. What differs is measured twice more, and counts for nothing where both agree. */
const repeats = 2

const outlier: Verdict = {
  is: 'not-applicable',
  why: `measured ${repeats} times more, it did not differ again`,
}

const comesAgain = async (measure: () => Promise<Verdict>): Promise<boolean> => {
  for (let left = repeats; left > 0; left--) if ((await measure()).is === 'differs') return true
  return false
}

const see = async <Input, Action, Seen>(
  real: Real<Input, Action, Seen>,
  given: Case<Input, Action>,
  seed: number,
): Promise<readonly Seen[]> => {
  try {
    return await real.see(given)
  } catch (error) {
    throw new Error(`case ${seed}: nothing could be observed: ${(error as Error).message}`, { cause: error })
  }
}

export const runShard = async <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  target: Target,
  hands: readonly Real<Input, Action, Seen>[],
  { seed, cases }: ShardPlan,
  progress: () => void,
): Promise<{ readonly shard: Shard; readonly judged: readonly Judged<Input, Action, Seen>[] }> => {
  const seeds = Array.from({ length: cases }, (_, at) => caseSeed(seed, at))
  const made = seeds.map((each) => subject.makeCase(each, target))
  const judged: Judged<Input, Action, Seen>[] = []
  const left = made.map((given, at) => ({ given, at })).values()
  const failures: unknown[] = []
  const work = async (real: Real<Input, Action, Seen>) => {
    for (const { given, at } of left) {
      if (failures.length > 0) return
      try {
        judged[at] = await judgeCase(subject, real, given, seeds[at] ?? 0)
        progress()
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(hands.map(work))
  if (failures.length > 0) throw failures[0]
  const those = (is: Verdict['is']) => judged.flatMap(({ verdict }, at) => (verdict.is === is ? [at] : []))
  const shard: Shard = {
    seed,
    cases,
    generator: hashCases(made),
    digests: judged.map(({ seen }) => digest(seen)).join(''),
    fired: judged.map(({ rules }) => packRules(subject.rules, rules)),
    differing: those('differs'),
    declared: those('declared'),
    notApplicable: those('not-applicable'),
    ...(subject.measured ? { errors: judged.map(({ verdict }) => errorOf(verdict)) } : {}),
  }
  return { shard, judged }
}
