/** The model told in words, and its state as rows: what the server has beside what the client believes. */
import {
  init,
  readMove,
  scenarios,
  step,
  writeMove,
  type Client,
  type State,
  type Stored,
  type WatchTale,
} from '#models/list-watch'
import { say, wordReason, type Speech, type Stage } from '#widgets/kit'
import type { Wording } from '#wording/list-watch'

/** The server's moves are the reader's too: when a connection breaks is nobody's rule. */
export const stage: Stage<WatchTale> = {
  ...{ widget: 'list-and-watch', scenarios, init, step, readMove, writeMove },
  enabled: () => [],
  isInternal: () => false,
  isImpossible: ({ is }) => is === 'idle',
}

export const speechOf = (wording: Wording): Speech<WatchTale> => ({
  move: (move) => say(wording.moves, move.do, move),
  outcome: (outcome) => say(wording.outcomes, outcome.is, outcome),
  reason: wordReason(wording.reasons),
  isFailure: ({ is }) => is === 'refused' || is === 'idle',
})

type Cached = Client['cache'][number]

/** `outside`: there, and not asked for; `stale`: the client believes what is no longer so. */
export type Row = {
  readonly name: string
  readonly stored: Stored | undefined
  readonly cached: Cached | undefined
  readonly is: 'same' | 'stale' | 'outside' | 'unknown'
}

const judge = (stored: Stored | undefined, cached: Cached | undefined): Row['is'] => {
  if (!cached) return stored?.matches ? 'unknown' : 'outside'
  return stored?.matches && stored.version === cached.version ? 'same' : 'stale'
}

export const rowsOf = ({ objects, client }: State): readonly Row[] =>
  [...new Set([...objects, ...client.cache].map(({ name }) => name))].sort().map((name) => {
    const stored = objects.find((one) => one.name === name)
    const cached = client.cache.find((one) => one.name === name)
    return { name, stored, cached, is: judge(stored, cached) }
  })
