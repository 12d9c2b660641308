/** The client's side: one list, then a watch from the version of the list; after a cut, from the last event heard. */
import { idle, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Change, Client, Event, State, Version } from './types.ts'
import { concerns, refused } from './write.ts'

export const list = (state: State): Step => {
  const cache = state.objects
    .filter(({ matches }) => matches)
    .map(({ name, version, data }) => ({ name, version, data }))
  const names = cache.map(({ name }) => name)
  const dropped = state.client.cache.map(({ name }) => name).filter((name) => !names.includes(name))
  const { version } = state
  const facts = { count: names.length, version, dropped }
  return {
    state: { ...state, client: { phase: 'listed', cache, at: version } },
    outcome: { is: 'listed', names, version },
    trace: [because('list-watch/listed', '', facts)],
  }
}

/** Sent and not yet heard, once a watch stands. */
export const pending = ({ history, client }: State): readonly Change[] =>
  history.filter((change) => change.version > client.at && concerns(change))

export const watch = (state: State): Step => {
  const { client, forgotten } = state
  const from = client.at
  if (from < forgotten)
    return {
      ...refused(state, 'Expired', because('list-watch/expired', '', { from, forgotten })),
      state: { ...state, client: { ...client, phase: 'expired' } },
    }
  const missed = client.phase === 'cut' ? pending(state).length : 0
  return {
    state: { ...state, client: { ...client, phase: 'watching' } },
    outcome: { is: 'done' },
    trace: [
      because('list-watch/watched', '', { from }),
      ...(missed > 0 ? [because('list-watch/caught-up', '', { missed })] : []),
    ],
  }
}

/** A selector turns changes into others: what comes to match is ADDED, what no longer does is DELETED. */
export const eventOf = ({ name, version, before, after }: Change): Event => ({
  type: !before?.matches ? 'ADDED' : after?.matches ? 'MODIFIED' : 'DELETED',
  name,
  version,
})

const ruleOf = ({ before, after }: Change) =>
  before && after && before.matches !== after.matches
    ? after.matches
      ? 'list-watch/entered'
      : 'list-watch/left'
    : 'list-watch/heard'

const remember = (client: Client, { name, after, version }: Change): Client['cache'] => {
  const others = client.cache.filter((one) => one.name !== name)
  const kept = after?.matches ? [{ name: after.name, version, data: after.data }] : []
  return [...others, ...kept].sort((a, b) => a.name.localeCompare(b.name))
}

export const receive = (state: State): Step => {
  const { client } = state
  const [change] = pending(state)
  if (!change) return idle(state) // for the compiler: isIdle has asked
  const event = eventOf(change)
  return {
    state: { ...state, client: { ...client, cache: remember(client, change), at: change.version } },
    outcome: { is: 'event', event },
    trace: [because(ruleOf(change), event.name, { event })],
  }
}

export const cut = (state: State): Step => {
  const { client } = state
  return {
    state: { ...state, client: { ...client, phase: 'cut' } },
    outcome: { is: 'done' },
    trace: [because('list-watch/cut', '', { lost: pending(state).length })],
  }
}

export const compact = (state: State): Step => {
  const upTo: Version = state.version
  return {
    state: { ...state, forgotten: upTo },
    outcome: { is: 'done' },
    trace: [because('list-watch/forgotten', '', { upTo })],
  }
}
