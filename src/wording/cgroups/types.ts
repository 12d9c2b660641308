import type { Action, Errno, Facts, LeftOut, Outcome, Rule } from '#models/cgroups'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  /** `subject`: a group's place, or a process's number */
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [A in Action['do']]: (action: Extract<Action, { do: A }>) => string }
  readonly outcomes: { readonly [O in Outcome['is']]: (outcome: Extract<Outcome, { is: O }>) => string }
  readonly errors: Readonly<Record<Errno, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
}
