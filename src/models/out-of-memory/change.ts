import { isWithin } from './find.ts'
import type { Group, Process, State } from './types.ts'

export const changeProcess = (state: State, name: string, change: Partial<Process>): State => ({
  ...state,
  processes: state.processes.map((process) => (process.name === name ? { ...process, ...change } : process)),
})

export const changeGroup = (state: State, name: string, change: (group: Group) => Partial<Group>): State => ({
  ...state,
  groups: state.groups.map((group) => (group.name === name ? { ...group, ...change(group) } : group)),
})

export const dropCache = (state: State, top: string): State => ({
  ...state,
  groups: state.groups.map((group) => (isWithin(state, group.name, top) ? { ...group, cache: 0 } : group)),
})
