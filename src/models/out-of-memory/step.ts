import { allocate, read } from './charge.ts'
import { findGroup, findProcess } from './find.ts'
import type { Step } from './result.ts'
import { adjust, limit, move, setTogether } from './settings.ts'
import type { Action, Group, Input, Process, State } from './types.ts'

const nothing = { high: false, max: false, oom: false, kills: 0, groupKills: 0 }

export const init = (input: Input): State => ({
  version: input.version,
  mayLower: input.mayLower,
  groups: input.groups.map(({ name, parent, max, high, together = false }): Group => ({
    ...{ name, parent, max, high, together },
    cache: 0,
    counts: nothing,
  })),
  processes: input.processes.map(({ name, group, adj = 0 }): Process => ({
    ...{ name, group, adj },
    least: Math.min(adj, 0),
    charged: { [group]: input.own },
    life: 'running',
  })),
})

const noActor = (state: State): Step => ({ state, outcome: { is: 'no-actor' }, trace: [] })

const withGroup = (state: State, name: string, then: (group: Group) => Step): Step => {
  const group = findGroup(state, name)
  return group ? then(group) : noActor(state)
}

const withProcess = (state: State, name: string, then: (process: Process) => Step): Step => {
  const process = findProcess(state, name)
  return process?.life === 'running' ? then(process) : noActor(state)
}

export const step = (state: State, action: Action): Step => {
  switch (action.do) {
    case 'allocate':
      return withProcess(state, action.by, (process) => allocate(state, process, action.pages))
    case 'read':
      return withProcess(state, action.by, (process) => read(state, process, action.pages))
    case 'move':
      return withProcess(state, action.by, (process) =>
        withGroup(state, action.to, ({ name }) => move(state, process, name)),
      )
    case 'adjust':
      return withProcess(state, action.by, (process) => adjust(state, process, action.adj))
    case 'limit':
      return withGroup(state, action.group, (group) => limit(state, group, action.max))
    case 'together':
      return withGroup(state, action.group, (group) => setTogether(state, group, action.on))
  }
}
