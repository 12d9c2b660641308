/** The model on its stage, and the rows of the table: every namespace there has been, and what holds it. */
import {
  allNames,
  enabled,
  holdersIn,
  init,
  readMove,
  scenarios,
  step,
  writeMove,
  type Action,
  type Holder,
  type KeptTale,
  type Name,
  type State,
} from '#models/kept-namespaces'
import { nameOf, type Process } from '#models/namespaces'
import type { Wording } from '#wording/kept-namespaces'
import { frameAt, say, wordReason, type Speech, type Stage, type Story } from '#widgets/kit'
import { isFailure, processesUntil } from '#widgets/kit/story/namespaces.ts'

export const stage: Stage<KeptTale> = {
  ...{ widget: 'what-keeps-it-alive', scenarios, step, enabled, readMove, writeMove },
  init: () => init(),
  isInternal: (move) => move.do === 'die' || move.do === 'finish',
  isImpossible: ({ is }) => is === 'no-actor',
}

export type Row = {
  readonly name: Name
  readonly holders: readonly { readonly holder: Holder; readonly isNew: boolean }[]
  /** it ended at this very instant */
  readonly justEnded: boolean
}

const same = (one: Holder, other: Holder): boolean => JSON.stringify(one) === JSON.stringify(other)

export const rowsAt = (story: Story<KeptTale>, now: number): readonly Row[] => {
  const { state } = frameAt(story.frames, now)
  const before = now > 0 ? frameAt(story.frames, now - 1).state : state
  const [was, is] = [holdersIn(before), holdersIn(state)]
  return allNames(state.processes).map((name) => ({
    name,
    holders: is(name).map((holder) => ({ holder, isNew: !was(name).some((one) => same(one, holder)) })),
    justEnded: is(name).length === 0 && was(name).length > 0,
  }))
}

const running = (state: State): readonly Process[] =>
  state.processes.processes.filter(({ life }) => life.is === 'running')

/** Who can act; unless asked for, not the machine's process 1: with it everything would end. */
export const actorAt = (state: State, wanted?: number): Process | undefined => {
  const able = running(state)
  return able.find(({ id }) => id === wanted) ?? able.find(({ id }) => id !== 1) ?? able[0]
}

/** Somebody who has this table of mounts, and can act. */
const memberOf = (state: State, table: Name): Process | undefined => {
  const members = holdersIn(state)(table).flatMap((holder) => (holder.by === 'process' ? [holder.id] : []))
  const able = running(state).filter(({ id }) => members.includes(id))
  return able.find(({ id }) => id !== 1) ?? able[0]
}

/** What makes this holder let go; undefined: something else must let go first. */
export const releaseOf = (state: State, holder: Holder): Action | undefined => {
  const shell = actorAt(state)
  if (!shell) return undefined
  switch (holder.by) {
    case 'process':
      if (holder.how === 'dead') {
        const parent = state.processes.processes.find(({ id }) => id === holder.id)?.parent
        return running(state).some(({ id }) => id === parent) ? { do: 'wait', by: parent ?? 0 } : undefined
      }
      return holder.id === shell.id
        ? { do: 'exit', by: shell.id, status: 0 }
        : { do: 'kill', by: shell.id, pid: holder.id, signal: 'KILL' }
    case 'file':
      return { do: 'close', by: holder.id, fd: holder.fd }
    case 'mount': {
      const by = memberOf(state, holder.in)
      return by && { do: 'umount', by: by.id, at: holder.at }
    }
    case 'child':
    case 'owned':
      return undefined
  }
}

/** How a sentence names a process that may be gone by now. */
const nameAt = (story: Story<KeptTale>, now: number, id: number): string => {
  const states = story.frames.slice(0, now + 1).map(({ state }) => state.processes)
  const seen = processesUntil(states).find((process) => process.id === id)
  return seen ? nameOf(seen) : String(id)
}

export const speechOf = (wording: Wording): Speech<KeptTale> => ({
  move: (move, story, now) => say(wording.moves, move.do, nameAt(story, now, move.by), move),
  outcome: (outcome) => say(wording.outcomes, outcome.is, outcome),
  reason: wordReason(wording.reasons),
  isFailure,
})

/** Of each namespace that is still there, its name and how many hold it. */
export const livingAt = (
  story: Story<KeptTale>,
  now: number,
  say: (name: Name, holders: number) => string,
): readonly string[] =>
  rowsAt(story, now).flatMap(({ name, holders }) => (holders.length > 0 ? [say(name, holders.length)] : []))
