/** `--json FILE`: what a run of each model came to, for other programs. */
import type { Target, Verdict } from '#conformance'
import type { Environment } from '#ledger'

export type Told = {
  /** With its side, where it has several. */
  readonly model: string
  readonly target: Target
} & (
  | { readonly missing: string }
  | {
      readonly seed: number
      readonly environment: Environment
      readonly seconds: number
      readonly counts: VerdictCounts
      /** The smallest cases that differ, each with the seed that draws it again. */
      readonly examples: readonly { readonly seed: number; readonly lines: readonly string[] }[]
    }
)

export type VerdictCounts = Readonly<Record<Verdict['is'], number>>

/** Of what is measured, samples are thrown away where others used the machine: as large a part of them, and no more. */
const mostThrownAway = 0.3

/** Why a run says too little to count as one; undefined where it says enough. */
export const saysTooLittle = (counts: VerdictCounts): string | undefined => {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const thrownAway = counts['not-applicable']
  return thrownAway > mostThrownAway * all
    ? `${thrownAway} of ${all} cases could not be judged, more than ${100 * mostThrownAway} %; ${counts.agrees} agree`
    : undefined
}

export const tellJson = (runs: readonly Told[], exit: number): string =>
  `${JSON.stringify({ schema: 1, exit, runs }, null, 2)}\n`

const verdicts = ['agrees', 'differs', 'declared', 'not-applicable'] as const

export const countVerdicts = (judged: readonly { readonly verdict: Verdict }[]): VerdictCounts => {
  const count = (is: Verdict['is']) => [is, judged.filter(({ verdict }) => verdict.is === is).length] as const
  return Object.fromEntries(verdicts.map(count)) as VerdictCounts
}
