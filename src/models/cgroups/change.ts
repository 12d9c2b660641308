import type { Group, Process, Settings, State } from './types.ts'

export const changeGroup = (state: State, group: Group, change: Partial<Group>): State => ({
  ...state,
  groups: state.groups.map((each) => (each.place === group.place ? { ...each, ...change } : each)),
})

export const changeSettings = (state: State, group: Group, change: Partial<Settings>): State =>
  changeGroup(state, group, { settings: { ...group.settings, ...change } })

export const placeProcess = (state: State, process: Process, { hierarchy, place }: Group): State => ({
  ...state,
  processes: state.processes.map((each) =>
    each.id === process.id ? { ...each, in: { ...each.in, [hierarchy]: place } } : each,
  ),
})

export const withoutProcesses = (state: State, gone: readonly Process[]): State => ({
  ...state,
  processes: state.processes.filter((process) => !gone.includes(process)),
})
