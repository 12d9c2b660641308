/** What all widgets over the model `namespaces` have in common: its moves, and its words for them. */
import {
  enabled,
  init,
  isInternal,
  nameOf,
  readMove,
  step,
  writeMove,
  type Move,
  type Outcome,
  type Process,
  type Reason,
  type State,
} from '#models/namespaces'
import type { Wording } from '#wording/namespaces'
import { frameAt } from '../history.ts'
import type { WordedReason } from '../Reasons.tsx'
import type { Speech } from './happening.ts'
import type { Scenario, Stage } from './stage.ts'
import type { Story } from './story.ts'

export type NamespacesTale<Ids extends { scenario: string; question: string; choice: string }> = Ids & {
  readonly state: State
  readonly move: Move
  readonly outcome: Outcome
  readonly reason: Reason
}

type Any = NamespacesTale<{ scenario: string; question: string; choice: string }>

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

// A table keyed by a tag and a value with that tag always fit; TypeScript cannot follow it through the index.
type Say<T> = (value: T) => string

export const wordReason = (wording: Wording, { rule, verdict, subject, facts }: Reason): WordedReason => ({
  rule,
  verdict,
  text: (wording.reasons[rule] as (subject: string, facts: unknown) => string)(subject, facts),
})

export const wordMove = (wording: Wording, by: string, move: Move): string =>
  (wording.moves[move.do] as (by: string, move: Move) => string)(by, move)

export const wordOutcome = (wording: Wording, outcome: Outcome): string =>
  (wording.outcomes[outcome.is] as Say<Outcome>)(outcome)

export const isFailure = ({ is }: Outcome): boolean => ['error', 'panic', 'no-actor'].includes(is)

export const namespacesSpeech = <T extends Any>(wording: Wording): Speech<T> => ({
  move: (move, story, now) => wordMove(wording, nameAt(story, now, move.by), move),
  outcome: (outcome) => wordOutcome(wording, outcome),
  reason: (reason) => wordReason(wording, reason),
  isPlain: ({ is }) => is === 'done',
  isFailure,
})
