/** Whoever writes: each change gets the next version, whatever kind of object it is in. */
import type { Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import {
  codes,
  type Action,
  type Change,
  type Outcome,
  type Refusal,
  type State,
  type Stored,
} from './types.ts'

type Of<Do extends Action['do']> = Extract<Action, { do: Do }>

export const findObject = (state: State, name: string): Stored | undefined =>
  state.objects.find((one) => one.name === name)

export const refused = (state: State, reason: Refusal, why: Reason): Step => ({
  state,
  outcome: { is: 'refused', reason, code: codes[reason] },
  trace: [why],
})

/** What the client hears of a change, if anything, and under which name: its selector decides. */
export const concerns = ({ before, after }: Change): boolean =>
  Boolean(before?.matches) || Boolean(after?.matches)

const commit = (before: State, change: Omit<Change, 'version'>): Step => {
  const version = before.version + 1
  const { name } = change
  const after = change.after && { ...change.after, version }
  const made: Change = { ...change, version }
  const others = before.objects.filter((one) => one.name !== name)
  const objects = [...others, ...(after ? [after] : [])].sort((a, b) => a.name.localeCompare(b.name))
  const outcome: Outcome = { is: 'written', version }
  const written = because('list-watch/written', name, { version, before: change.before?.version })
  return {
    state: { ...before, version, objects, history: [...before.history, made] },
    outcome,
    trace: [written, ...(concerns(made) ? [] : [because('list-watch/unheard', name, {})])],
  }
}

export const create = (state: State, { name, matches }: Of<'create'>): Step => {
  const there = findObject(state, name)
  if (there) return refused(state, 'AlreadyExists', because('list-watch/exists', name, there))
  return commit(state, { name, after: { name, matches, data: 1, version: 0 } })
}

const missing = (state: State, name: string): Step =>
  refused(state, 'NotFound', because('list-watch/not-found', name, {}))

/** GuaranteedUpdate: who writes says which version it has read; another one is a conflict. */
export const update = (state: State, { name, based }: Of<'update'>): Step => {
  const there = findObject(state, name)
  if (!there) return missing(state, name)
  const known = state.client.cache.find((one) => one.name === name)
  if (based === 'cache' && known && known.version !== there.version)
    return refused(
      state,
      'Conflict',
      because('list-watch/conflict', name, { based: known.version, version: there.version }),
    )
  return commit(state, { name, before: there, after: { ...there, data: there.data + 1 } })
}

export const relabel = (state: State, { name }: Of<'relabel'>): Step => {
  const there = findObject(state, name)
  return there
    ? commit(state, { name, before: there, after: { ...there, matches: !there.matches } })
    : missing(state, name)
}

/** What is the same as before is not stored again, and nobody hears of it. */
export const rewrite = (state: State, { name }: Of<'rewrite'>): Step => {
  const there = findObject(state, name)
  if (!there) return missing(state, name)
  const { version } = there
  return {
    state,
    outcome: { is: 'written', version },
    trace: [because('list-watch/unchanged', name, { version })],
  }
}

export const remove = (state: State, { name }: Of<'delete'>): Step => {
  const there = findObject(state, name)
  return there ? commit(state, { name, before: there }) : missing(state, name)
}

export const writeElsewhere = (before: State): Step => {
  const version = before.version + 1
  return {
    state: { ...before, version },
    outcome: { is: 'written', version },
    trace: [because('list-watch/elsewhere', '', { version })],
  }
}
