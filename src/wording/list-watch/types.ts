import type { Action, Facts, LeftOut, Outcome, Rule, Uncheckable } from '#models/list-watch'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [A in Action['do']]: (move: Extract<Action, { do: A }>) => string }
  readonly outcomes: { readonly [O in Outcome['is']]: (outcome: Extract<Outcome, { is: O }>) => string }
  /** why no server can be made to show what a rule says */
  readonly uncheckable: Readonly<Record<Uncheckable, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
}
