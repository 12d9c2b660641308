import { canonicalKey } from '#kit'
import type { Case, Difference, Prediction, Subject, Verdict } from './types.ts'

/** The first place where the two part; what one of them lacks is undefined. */
export const firstDifference = (
  predicted: readonly unknown[],
  observed: readonly unknown[],
): Difference | undefined => {
  const longer = Math.max(predicted.length, observed.length)
  for (let at = 0; at < longer; at++) {
    if (at < predicted.length && at < observed.length)
      if (canonicalKey(predicted[at]) === canonicalKey(observed[at])) continue
    return { at, predicted: predicted[at], observed: observed[at] }
  }
  return undefined
}

export const compare = <Input, Action, Seen>(
  { declared, measured, admits }: Pick<Subject<Input, Action, Seen>, 'declared' | 'measured' | 'admits'>,
  given: Case<Input, Action>,
  prediction: Prediction<Seen>,
  observed: readonly Seen[],
): Verdict => {
  if (prediction.leftOut !== undefined) return { is: 'not-applicable', why: prediction.leftOut }
  const verdict = measured
    ? measured.judge(given, prediction.seen, observed)
    : verdictOf(admits ? admits(given, observed) : firstDifference(prediction.seen, observed))
  if (verdict.is !== 'differs') return verdict
  const known = declared.find(({ holds }) => holds(given, verdict.difference.at))
  return known ? { ...verdict, is: 'declared', id: known.id } : verdict
}

const verdictOf = (difference: Difference | undefined): Verdict =>
  difference ? { is: 'differs', difference } : { is: 'agrees' }
