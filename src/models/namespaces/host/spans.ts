/** The table: the host's numbers, cut wherever a namespace calls them something else or somebody of the story is meant. */
import type { IdFile } from '../kinds.ts'
import type { State } from '../types.ts'
import { compose, insideOf } from './compose.ts'
import { hostIds, innerUsers, you } from './world.ts'

export type Span = {
  readonly first: number
  readonly count: number
  readonly who: 'root' | 'you' | undefined
  /** what the first is called in each namespace further in; undefined: nobody there */
  readonly inside: readonly (number | undefined)[]
}

const whoIs = (first: number): Span['who'] => (first === 0 ? 'root' : first === you ? 'you' : undefined)

export const spansOf = (state: State, file: IdFile): readonly Span[] => {
  const maps = innerUsers(state).map((user) => compose(state, user, file))
  const edges = [
    ...[0, 1, you, you + 1, hostIds],
    ...maps.flat().flatMap(({ outside, count }) => [outside, outside + count]),
  ]
  const cuts = [...new Set(edges)].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((first, at) => ({
    first,
    count: (cuts[at + 1] ?? hostIds) - first,
    who: whoIs(first),
    inside: maps.map((pieces) => insideOf(pieces, first)),
  }))
}
