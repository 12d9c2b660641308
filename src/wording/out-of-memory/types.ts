import type {
  Action,
  ChoiceId,
  Facts,
  LeftOut,
  Life,
  Outcome,
  QuestionId,
  Rule,
  ScenarioId,
  Uncheckable,
} from '#models/out-of-memory'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [A in Action['do']]: (move: Extract<Action, { do: A }>) => string }
  readonly outcomes: { readonly [O in Outcome['is']]: (outcome: Extract<Outcome, { is: O }>) => string }
  readonly lives: Readonly<Record<Life, string>>
  /** why no sandbox can show what a rule says */
  readonly uncheckable: Readonly<Record<Uncheckable, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly scenarios: Readonly<Record<ScenarioId, { readonly name: string; readonly about: string }>>
  readonly questions: Readonly<Record<QuestionId, string>>
  readonly choices: Readonly<Record<ChoiceId, string>>
}
