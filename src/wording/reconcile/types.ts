import type {
  ChoiceId,
  Facts,
  LeftOut,
  Move,
  Outcome,
  Phase,
  Played,
  QuestionId,
  Rule,
  ScenarioId,
} from '#models/reconcile'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly moves: { readonly [M in Move['do']]: (move: Extract<Move, { do: M }>) => string }
  readonly outcomes: Readonly<Record<Outcome['is'], string>>
  readonly phases: Readonly<Record<Phase, string>>
  /** why no cluster has been asked about a rule */
  readonly played: Readonly<Record<Played, string>>
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly scenarios: Readonly<Record<ScenarioId, { readonly name: string; readonly about: string }>>
  readonly questions: Readonly<Record<QuestionId, string>>
  readonly choices: Readonly<Record<ChoiceId, string>>
}
