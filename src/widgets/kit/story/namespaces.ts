/**
 * What all widgets over the model `namespaces` have in common: its moves, and its words for them. Not in the kit's
 * index: what comes from there is loaded with every widget, and this brings the model along.
 */
import type { Ids, Scenario } from '#kit'
import {
  enabled,
  init,
  isInternal,
  nameOf,
  readMove,
  step,
  writeMove,
  type NamespacesTale,
  type Process,
  type State,
} from '#models/namespaces'
import type { Wording } from '#wording/namespaces'
import { frameAt } from '../history.ts'
import { say, wordReason } from '../say.ts'
import type { Speech } from './happening.ts'
import type { Stage } from './stage.ts'
import type { Story } from './story.ts'

type Any = NamespacesTale<Ids>

export const namespacesStage = <T extends Any>(
  widget: string,
  scenarios: readonly Scenario<T>[],
): Stage<T> => ({
  ...{ widget, scenarios, step, enabled, readMove, writeMove },
  init: () => init(),
  isInternal,
  isImpossible: ({ is }) => is === 'no-actor',
})

/** Each process as it was when last seen, up to now. */
export const processesUntil = (states: readonly State[]): readonly Process[] => {
  const seen = new Map<number, Process>()
  for (const { processes } of states) for (const process of processes) seen.set(process.id, process)
  return [...seen.values()]
}

export const statesUntil = <T extends Any>(story: Story<T>, now: number): readonly State[] =>
  story.frames.slice(0, now + 1).map(({ state }) => state)

/** How a sentence names a process that may be gone by now. */
export const nameAt = <T extends Any>(story: Story<T>, now: number, id: number): string => {
  const seen = processesUntil(statesUntil(story, now)).find((process) => process.id === id)
  return seen ? nameOf(seen) : String(id)
}

/** Who can act now; the last one born, if the one asked for cannot. */
export const actorAt = <T extends Any>(
  story: Story<T>,
  now: number,
  wanted: number | undefined,
): Process | undefined => {
  const running = frameAt(story.frames, now).state.processes.filter(({ life }) => life.is === 'running')
  return running.find(({ id }) => id === wanted) ?? running.find(({ id }) => id !== 1) ?? running[0]
}

export const isFailure = ({ is }: { readonly is: string }): boolean =>
  ['error', 'panic', 'no-actor'].includes(is)

export const namespacesSpeech = <T extends Any>(wording: Wording): Speech<T> => ({
  move: (move, story, now) => say(wording.moves, move.do, nameAt(story, now, move.by), move),
  outcome: (outcome) => say(wording.outcomes, outcome.is, outcome),
  reason: wordReason(wording.reasons),
  isFailure,
})
