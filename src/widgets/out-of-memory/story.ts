/** The model's own scenarios, and its words for them. */
import { beginScenario, readMove, scenarios, step, writeMove, type OomTale } from '#models/out-of-memory'
import { say, wordReason, type Speech, type Stage } from '#widgets/kit'
import type { Wording } from '#wording/out-of-memory'

/** Nothing moves by itself here: whoever dies, dies of somebody's move. */
export const stage: Stage<OomTale> = {
  ...{ widget: 'out-of-memory', scenarios, step, readMove, writeMove },
  init: beginScenario,
  enabled: () => [],
  isInternal: () => false,
  isImpossible: ({ is }) => is === 'no-actor',
}

export const speechOf = (wording: Wording): Speech<OomTale> => ({
  move: (move) => say(wording.moves, move.do, move),
  outcome: (outcome) => say(wording.outcomes, outcome.is, outcome),
  reason: wordReason(wording.reasons),
  isFailure: ({ is }) => is !== 'done',
})
