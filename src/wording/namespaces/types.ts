import type { Facts, LeftOut, Life, Move, Outcome, Rule, Uncheckable } from '#models/namespaces'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [M in Move['do']]: (by: string, move: Extract<Move, { do: M }>) => string }
  readonly outcomes: { readonly [O in Outcome['is']]: (outcome: Extract<Outcome, { is: O }>) => string }
  readonly lives: Readonly<Record<Life['is'] | 'gone', string>>
  readonly namespace: (id: number) => string
  readonly user: (id: number) => string
  /** why no sandbox can show what a rule says */
  readonly uncheckable: Readonly<Record<Uncheckable, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
}
