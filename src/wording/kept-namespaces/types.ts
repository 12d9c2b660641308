import type { Facts, LeftOut, Move, Name, Outcome, Rule } from '#models/kept-namespaces'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly name: (name: Name) => string
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [M in Move['do']]: (by: string, move: Extract<Move, { do: M }>) => string }
  readonly outcomes: { readonly [O in Outcome['is']]: (outcome: Extract<Outcome, { is: O }>) => string }
  readonly leftOut: Readonly<Record<LeftOut, string>>
}
