/** What a run says, line by line. */
import {
  countRules,
  errorOf,
  floor,
  nameOf,
  type Case,
  type Difference,
  type Subject,
  type Target,
  type Verdict,
} from '#conformance'
import { isDeepStrictEqual } from 'node:util'
import type { Judged } from './run-shard.ts'

const count = (judged: readonly { readonly verdict: Verdict }[], is: Verdict['is']): number =>
  judged.filter(({ verdict }) => verdict.is === is).length

export const tallyLine = (judged: readonly { readonly verdict: Verdict }[], seconds: number): string =>
  [
    `${judged.length} cases in ${seconds.toFixed(1)} s`,
    `${count(judged, 'agrees')} agree`,
    `${count(judged, 'differs')} differ`,
    `${count(judged, 'declared')} declared`,
    `${count(judged, 'not-applicable')} not applicable`,
    ...errorPart(judged),
  ].join(' · ')

/** Where the subject measures: by how much it was out. */
const errorPart = (judged: readonly { readonly verdict: Verdict }[]): readonly string[] => {
  const errors = judged.flatMap(({ verdict }) => errorOf(verdict) ?? [])
  if (errors.length === 0) return []
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
  return [`mean error ${mean.toFixed(2)}, worst ${Math.max(...errors).toFixed(2)}`]
}

/** The rules that fired too seldom to count as tested, and those that no sandbox can make fire. */
export const coverageLines = (
  subject: Pick<Subject<unknown, unknown, unknown>, 'rules' | 'uncheckable'>,
  target: Target,
  judged: readonly { readonly rules: readonly string[] }[],
): readonly string[] => {
  const { rules } = subject
  const uncheckable = subject.uncheckable(target)
  const counts = countRules(rules, judged)
  const rare = rules.filter((rule) => (counts[rule] ?? 0) < floor && !uncheckable.includes(rule))
  const least = Math.min(
    ...rules.filter((rule) => !uncheckable.includes(rule)).map((rule) => counts[rule] ?? 0),
  )
  return [
    `rules: ${rules.length - uncheckable.length} of ${rules.length} can fire here; the rarest fired in ${least} cases`,
    ...rare.map((rule) => `  ${rule}: ${counts[rule] ?? 0} cases, fewer than ${floor}`),
    ...uncheckable.map((rule) => `  ${rule}: cannot fire on ${target}; the widget says why`),
  ]
}

const show = (value: unknown): string => (value === undefined ? 'nothing' : JSON.stringify(value))

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Only where the two part: the rest would hide it. */
const differenceLines = ({ predicted, observed }: Difference): readonly string[] => {
  if (!isRecord(predicted) || !isRecord(observed))
    return [`    predicted ${show(predicted)}`, `    seen      ${show(observed)}`]
  return [...new Set([...Object.keys(predicted), ...Object.keys(observed)])]
    .filter((key) => !isDeepStrictEqual(predicted[key], observed[key]))
    .flatMap((key) => [
      `    ${key}: predicted ${show(predicted[key])}`,
      `    ${' '.repeat(key.length)}  seen      ${show(observed[key])}`,
    ])
}

/** The smallest case that differs: as a scenario, as the widget's link, and how to see it again. */
export const counterexampleLines = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  found: Judged<Input, Action, Seen>,
  smallest: Case<Input, Action>,
  verdict: Verdict,
): readonly string[] => {
  if (verdict.is !== 'differs')
    return [
      `case ${found.seed} differed, and no longer does when it is run again:`,
      ...(found.verdict.is === 'differs' ? differenceLines(found.verdict.difference) : []),
    ]
  const { difference } = verdict
  const { at } = difference
  return [
    `case ${found.seed} differs; the smallest that does has ${smallest.actions.length} actions:`,
    `    from ${JSON.stringify(smallest.input)}`,
    ...subject.tell(smallest).map((line, index) => `  ${index === at ? '→' : ' '} ${line}`),
    ...differenceLines(difference),
    `    in the widget: ${subject.link(smallest) ?? 'no link; its widget begins otherwise'}`,
    `    again: npm run conform -- ${nameOf(subject)} --case ${found.seed}`,
  ]
}

/** Before it is made smaller, which may take long, or end in a case that no longer differs. */
export const foundLines = <Input, Action, Seen>({
  seed,
  verdict,
}: Judged<Input, Action, Seen>): readonly string[] =>
  verdict.is === 'differs' ? [`case ${seed} differs:`, ...differenceLines(verdict.difference)] : []

/** One case: what was to be seen, and what was. */
export const caseLines = <Input, Action, Seen>(
  subject: Subject<Input, Action, Seen>,
  judged: Judged<Input, Action, Seen>,
): readonly string[] => {
  const predicted = subject.predict(judged).seen
  const { verdict, seen } = judged
  return [
    ...subject
      .tell(judged)
      .flatMap((line, at) => [
        line,
        ...differenceLines({ at, predicted: predicted[at], observed: seen[at] }),
      ]),
    verdict.is,
  ]
}
