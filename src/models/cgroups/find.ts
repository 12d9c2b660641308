/** Questions about the tree that every part of the model asks. */
import type { Group, Hierarchy, Place, Process, ProcessId, State } from './types.ts'

export const hierarchiesOf: Readonly<Record<State['version'], readonly Hierarchy[]>> = {
  v1: ['cpu', 'cpuset', 'memory', 'pids', 'freezer'],
  v2: ['unified'],
}

/** `memory:/a/b` → memory and /a/b; what has no name before it is of the one tree. */
export const splitPlace = (place: Place): { readonly hierarchy: string; readonly path: string } => {
  const [before = '', after] = place.split(':')
  return after === undefined ? { hierarchy: 'unified', path: before } : { hierarchy: before, path: after }
}

export const topOf = (hierarchy: Hierarchy): Place => (hierarchy === 'unified' ? '/' : `${hierarchy}:/`)

/** The place above; undefined for a top group. */
export const parentOf = (place: Place): Place | undefined => {
  if (place.endsWith('/')) return undefined
  const cut = place.slice(0, place.lastIndexOf('/'))
  return cut === '' || cut.endsWith(':') ? `${cut}/` : cut
}

export const findGroup = (state: State, place: Place | undefined): Group | undefined =>
  state.groups.find((group) => group.place === place)

export const findProcess = (state: State, id: ProcessId): Process | undefined =>
  state.processes.find((process) => process.id === id)

export const childrenOf = (state: State, { place }: Group): readonly Group[] =>
  state.groups.filter(({ parent }) => parent === place)

/** The group itself, then what is above it, up to the top one. */
export const lineage = (state: State, group: Group): readonly Group[] => {
  const parent = findGroup(state, group.parent)
  return parent ? [group, ...lineage(state, parent)] : [group]
}

/** The group itself and all below it, parents first. */
export const subtree = (state: State, group: Group): readonly Group[] => [
  group,
  ...childrenOf(state, group).flatMap((child) => subtree(state, child)),
]

/** Those in the group itself. */
export const membersOf = (state: State, { hierarchy, place }: Group): readonly Process[] =>
  state.processes.filter((process) => process.in[hierarchy] === place)

export const membersBelow = (state: State, group: Group): readonly Process[] =>
  subtree(state, group).flatMap((each) => membersOf(state, each))

export const isPopulated = (state: State, group: Group): boolean => membersBelow(state, group).length > 0

/** The nearest frozen group from here up. */
export const frozenBy = (state: State, group: Group): Group | undefined =>
  lineage(state, group).find(({ settings }) => settings.freeze === 1)

export const isFrozen = (state: State, process: Process): boolean =>
  Object.values(process.in).some((place) => {
    const group = findGroup(state, place)
    return group !== undefined && frozenBy(state, group) !== undefined
  })
