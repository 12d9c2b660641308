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
      readonly counts: Readonly<Record<Verdict['is'], number>>
      /** The smallest cases that differ, each with the seed that draws it again. */
      readonly examples: readonly { readonly seed: number; readonly lines: readonly string[] }[]
    }
)

export const tellJson = (runs: readonly Told[], exit: number): string =>
  `${JSON.stringify({ schema: 1, exit, runs }, null, 2)}\n`

const verdicts = ['agrees', 'differs', 'declared', 'not-applicable'] as const

export const countVerdicts = (
  judged: readonly { readonly verdict: Verdict }[],
): Readonly<Record<Verdict['is'], number>> => {
  const count = (is: Verdict['is']) => [is, judged.filter(({ verdict }) => verdict.is === is).length] as const
  return Object.fromEntries(verdicts.map(count)) as Record<Verdict['is'], number>
}
