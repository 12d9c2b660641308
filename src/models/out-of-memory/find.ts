import type { Group, Pages, Process, State } from './types.ts'

export const findGroup = (state: State, name: string | undefined): Group | undefined =>
  state.groups.find((group) => group.name === name)

export const findProcess = (state: State, name: string): Process | undefined =>
  state.processes.find((process) => process.name === name)

/** From the group itself to the outermost: whom a page of it is charged to. */
export const pathUp = (state: State, name: string | undefined): readonly Group[] => {
  const group = findGroup(state, name)
  return group ? [group, ...pathUp(state, group.parent)] : []
}

export const isWithin = (state: State, name: string, top: string): boolean =>
  pathUp(state, name).some((group) => group.name === top)

export const residentOf = ({ charged }: Process): Pages =>
  Object.values(charged).reduce((sum, pages) => sum + pages, 0)

const anonymous = (state: State, group: string): Pages =>
  state.processes.reduce((sum, { charged }) => sum + (charged[group] ?? 0), 0)

/** memory.current: of the group and all below it. */
export const usageOf = (state: State, top: string): Pages =>
  state.groups
    .filter(({ name }) => isWithin(state, name, top))
    .reduce((sum, { name, cache }) => sum + cache + anonymous(state, name), 0)

export const cacheOf = (state: State, top: string): Pages =>
  state.groups.filter(({ name }) => isWithin(state, name, top)).reduce((sum, { cache }) => sum + cache, 0)

/** Those who can be killed for a limit of this group: by where they are, not by where their pages are charged. */
export const membersOf = (state: State, top: string): readonly Process[] =>
  state.processes.filter(({ life, group }) => life !== 'killed' && isWithin(state, group, top))
