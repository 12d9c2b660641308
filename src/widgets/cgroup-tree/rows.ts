/** The tree as rows: each group under the one above, with what can be said of it at a glance. */
import {
  childrenOf,
  findGroup,
  frozenBy,
  membersOf,
  splitPlace,
  typeOf,
  type Controller,
  type Group,
  type Place,
  type Process,
  type State,
} from '#models/cgroups'

export type Row = {
  readonly place: Place
  /** its own name; a top group's is the whole place */
  readonly name: string
  readonly depth: number
  /** on v2 */
  readonly type: string | undefined
  readonly passesOn: readonly Controller[]
  readonly members: readonly Process[]
  readonly frozen: boolean
  readonly ofUser: boolean
}

const nameOf = (group: Group): string => {
  const { path } = splitPlace(group.place)
  return group.parent === undefined ? group.place : (path.split('/').at(-1) ?? path)
}

const rowsBelow = (state: State, group: Group, depth: number): readonly Row[] => [
  {
    ...{ place: group.place, name: nameOf(group), depth },
    type: state.version === 'v2' ? typeOf(state, group) : undefined,
    passesOn: group.subtreeControl,
    members: membersOf(state, group),
    frozen: frozenBy(state, group) !== undefined,
    ofUser: group.owner === 'user',
  },
  ...[...childrenOf(state, group)]
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .flatMap((child) => rowsBelow(state, child, depth + 1)),
]

export const rowsOf = (state: State): readonly Row[] =>
  state.groups.filter(({ parent }) => parent === undefined).flatMap((top) => rowsBelow(state, top, 0))

/** Those that no group of ours holds; on v1, in no hierarchy. */
export const outside = (state: State): readonly Process[] =>
  state.processes.filter((process) => Object.values(process.in).every((place) => !findGroup(state, place)))
