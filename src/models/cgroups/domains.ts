/** Threaded subtrees of v2 (cgroup_is_thread_root and its neighbours in kernel/cgroup/cgroup.c). */
import { childrenOf, findGroup, isPopulated, membersOf } from './find.ts'
import type { Controller, Group, State } from './types.ts'

/** These can weigh threads of one process against each other; the others take a domain. */
const threadable: readonly Controller[] = ['cpuset', 'cpu', 'pids']

export const ofDomains = (controllers: readonly Controller[]): readonly Controller[] =>
  controllers.filter((controller) => !threadable.includes(controller))

export const ofThreads = (controllers: readonly Controller[]): readonly Controller[] =>
  controllers.filter((controller) => threadable.includes(controller))

/** The nearest group above that is not threaded itself. */
export const domainOf = (state: State, group: Group): Group => {
  if (!group.threaded) return group
  const parent = findGroup(state, group.parent)
  return parent ? domainOf(state, parent) : group
}

/** May it take threaded children, or does it already? */
export const canRootThreads = (state: State, group: Group): boolean =>
  !group.threaded &&
  ofDomains(group.subtreeControl).length === 0 &&
  childrenOf(state, group).every((child) => child.threaded || !isPopulated(state, child))

export const isThreadRoot = (state: State, group: Group): boolean =>
  !group.threaded &&
  (childrenOf(state, group).some(({ threaded }) => threaded) ||
    (membersOf(state, group).length > 0 && ofThreads(group.subtreeControl).length > 0))

/** A domain below threads is one in name only: nobody can be in it. Expects a group that is not threaded itself. */
export const isValidDomain = (state: State, group: Group): boolean => {
  const parent = findGroup(state, group.parent)
  return parent === undefined || isBeyondThreads(state, parent)
}

const isBeyondThreads = (state: State, group: Group): boolean => {
  if (group.threaded || isThreadRoot(state, group)) return false
  const parent = findGroup(state, group.parent)
  return parent === undefined || isBeyondThreads(state, parent)
}

export const typeOf = (state: State, group: Group): string => {
  if (group.threaded) return 'threaded'
  if (!isValidDomain(state, group)) return 'domain invalid'
  return isThreadRoot(state, group) ? 'domain threaded' : 'domain'
}
