/** The model's own scenarios, and its words for them. */
import {
  beginScenario,
  isTurn,
  nextInStory,
  readMove,
  scenarios,
  step,
  writeMove,
  type LoopTale,
} from '#models/reconcile'
import { say, wordReason, type Speech, type Stage } from '#widgets/kit'
import type { Wording } from '#wording/reconcile'

export const stage: Stage<LoopTale> = {
  ...{ widget: 'the-loop', scenarios, step, readMove, writeMove },
  init: beginScenario,
  enabled: nextInStory,
  isInternal: isTurn,
  isImpossible: ({ is }) => is === 'no-turn',
}

export const speechOf = (wording: Wording): Speech<LoopTale> => ({
  move: (move) => say(wording.moves, move.do, move),
  outcome: ({ is }) => wording.outcomes[is],
  reason: wordReason(wording.reasons),
  isFailure: ({ is }) => is !== 'done',
})
