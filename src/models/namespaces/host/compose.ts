/** Maps laid end to end: which number of the host stands behind a number further in, and by which lines. */
import type { Extent, IdFile } from '../kinds.ts'
import type { State } from '../types.ts'
import { host, hostIds } from './world.ts'

/** A run of numbers inside, and the run of the host's that is behind it. */
export type Piece = { readonly inside: number; readonly outside: number; readonly count: number }

/** A line is taken only if one line of the map around holds all of it: so it lies in one piece. */
export const compose = (state: State, user: number, file: IdFile): readonly Piece[] => {
  if (user <= host) return [{ inside: 0, outside: 0, count: hostIds }]
  const { parent = host, maps } = state.users[user] ?? {}
  const around = compose(state, parent, file)
  return (maps?.[file] ?? []).flatMap(([inside, from, count]) =>
    around
      .filter((piece) => piece.inside <= from && from < piece.inside + piece.count)
      .map((piece) => ({ inside, outside: piece.outside + from - piece.inside, count })),
  )
}

/** What a number of the host is called inside; undefined where it has no name. */
export const insideOf = (pieces: readonly Piece[], id: number): number | undefined => {
  const piece = pieces.find(({ outside, count }) => outside <= id && id < outside + count)
  return piece && piece.inside + id - piece.outside
}

/** One map read from left to right: `from` inside is `to` outside, by this line. */
export type Leg = { readonly user: number; readonly line: Extent; readonly from: number; readonly to: number }

/** nowhere: `id` means nobody in `user` */
export type Way = { readonly legs: readonly Leg[]; readonly id: number } & (
  { readonly leads: 'to-host' } | { readonly leads: 'nowhere'; readonly user: number }
)

export const wayOut = (state: State, user: number, file: IdFile, id: number): Way => {
  if (user <= host) return { leads: 'to-host', legs: [], id }
  const { parent = host, maps } = state.users[user] ?? {}
  const line = maps?.[file]?.find(([inside, , count]) => inside <= id && id < inside + count)
  if (!line) return { leads: 'nowhere', legs: [], id, user }
  const to = line[1] + id - line[0]
  const rest = wayOut(state, parent, file, to)
  return { ...rest, legs: [{ user, line, from: id, to }, ...rest.legs] }
}
