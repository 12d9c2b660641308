/** Which controllers a group has, from the top down: those that the group above has enabled for its children. */
import { findGroup, lineage } from './find.ts'
import { ofThreads } from './domains.ts'
import type { Controller, Group, State } from './types.ts'

/** As the kernel lists them. */
const all: readonly Controller[] = ['cpuset', 'cpu', 'io', 'memory', 'pids']

export const inOrder = (controllers: readonly Controller[]): readonly Controller[] =>
  all.filter((controller) => controllers.includes(controller))

export const isController = (name: string): name is Controller => (all as readonly string[]).includes(name)

/** cgroup.controllers; the group above the top one has enabled all. */
export const offeredTo = (state: State, group: Group): readonly Controller[] => {
  if (group.hierarchy !== 'unified') return isController(group.hierarchy) ? [group.hierarchy] : []
  const parent = findGroup(state, group.parent)
  const offered = parent ? parent.subtreeControl : all
  return group.threaded ? ofThreads(offered) : offered
}

export const has = (state: State, group: Group, controller: Controller): boolean =>
  offeredTo(state, group).includes(controller)

/** Those from here up whose limits of this controller hold for whoever is in the group. */
export const governing = (state: State, group: Group, controller: Controller): readonly Group[] =>
  lineage(state, group).filter((each) => has(state, each, controller))
