/** The model's own scenarios, and its words for them. */
import {
  beginScenario,
  isTurn,
  nextInStory,
  readMove,
  scenarios,
  step,
  writeMove,
  type ChoiceId,
  type Move,
  type Outcome,
  type QuestionId,
  type Reason,
  type ScenarioId,
  type State,
} from '#models/reconcile'
import type { Speech, Stage, WordedReason } from '#widgets/kit'
import type { Wording } from '#wording/reconcile'

export type LoopTale = {
  readonly state: State
  readonly move: Move
  readonly outcome: Outcome
  readonly reason: Reason
  readonly scenario: ScenarioId
  readonly question: QuestionId
  readonly choice: ChoiceId
}

export const stage: Stage<LoopTale> = {
  ...{ widget: 'the-loop', scenarios, step, readMove, writeMove },
  init: beginScenario,
  enabled: nextInStory,
  isInternal: isTurn,
  isImpossible: ({ is }) => is === 'no-turn',
}

// A table keyed by a tag and a value with that tag always fit; TypeScript cannot follow it through the index.
type Say<T> = (value: T) => string

export const wordReason = (wording: Wording, { rule, verdict, subject, facts }: Reason): WordedReason => ({
  rule,
  verdict,
  text: (wording.reasons[rule] as (subject: string, facts: unknown) => string)(subject, facts),
})

export const speechOf = (wording: Wording): Speech<LoopTale> => ({
  move: (move) => (wording.moves[move.do] as Say<Move>)(move),
  outcome: ({ is }) => wording.outcomes[is],
  reason: (reason) => wordReason(wording, reason),
  isPlain: ({ is }) => is === 'done',
  isFailure: ({ is }) => is !== 'done',
})
