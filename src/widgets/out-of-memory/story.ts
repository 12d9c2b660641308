/** The model's own scenarios, and its words for them. */
import {
  beginScenario,
  readMove,
  scenarios,
  step,
  writeMove,
  type Action,
  type ChoiceId,
  type Outcome,
  type QuestionId,
  type Reason,
  type ScenarioId,
  type State,
} from '#models/out-of-memory'
import type { Speech, Stage, WordedReason } from '#widgets/kit'
import type { Wording } from '#wording/out-of-memory'

export type OomTale = {
  readonly state: State
  readonly move: Action
  readonly outcome: Outcome
  readonly reason: Reason
  readonly scenario: ScenarioId
  readonly question: QuestionId
  readonly choice: ChoiceId
}

/** Nothing moves by itself here: whoever dies, dies of somebody's move. */
export const stage: Stage<OomTale> = {
  ...{ widget: 'out-of-memory', scenarios, step, readMove, writeMove },
  init: beginScenario,
  enabled: () => [],
  isInternal: () => false,
  isImpossible: ({ is }) => is === 'no-actor',
}

// A table keyed by a tag and a value with that tag always fit; TypeScript cannot follow it through the index.
type Say<T> = (value: T) => string

const wordReason = (wording: Wording, { rule, verdict, subject, facts }: Reason): WordedReason => ({
  rule,
  verdict,
  text: (wording.reasons[rule] as (subject: string, facts: unknown) => string)(subject, facts),
})

export const speechOf = (wording: Wording): Speech<OomTale> => ({
  move: (move) => (wording.moves[move.do] as Say<Action>)(move),
  outcome: (outcome) => (wording.outcomes[outcome.is] as Say<Outcome>)(outcome),
  reason: (reason) => wordReason(wording, reason),
  isPlain: ({ is }) => is === 'done',
  isFailure: ({ is }) => is !== 'done',
})
