import { isWithin } from './find.ts'
import type { Group, Pages, Process, State } from './types.ts'

export const changeProcess = (state: State, name: string, change: Partial<Process>): State => ({
  ...state,
  processes: state.processes.map((process) => (process.name === name ? { ...process, ...change } : process)),
})

export const changeGroup = (state: State, name: string, change: (group: Group) => Partial<Group>): State => ({
  ...state,
  groups: state.groups.map((group) => (group.name === name ? { ...group, ...change(group) } : group)),
})

/** As many file pages as are wanted, or all there are; those of the groups made last go first. */
export const dropCache = (state: State, top: string, wanted: Pages): State => {
  let left = wanted
  const groups = state.groups.toReversed().map((group) => {
    const dropped = isWithin(state, group.name, top) ? Math.min(group.cache, left) : 0
    left -= dropped
    return dropped === 0 ? group : { ...group, cache: group.cache - dropped }
  })
  return { ...state, groups: groups.reverse() }
}
