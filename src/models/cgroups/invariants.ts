/** What holds in every state that `step` can reach. */
import { canRootThreads, isValidDomain, ofDomains } from './domains.ts'
import { findGroup, membersOf } from './find.ts'
import { within } from './cpu-list.ts'
import { ratioOf } from './cpu-max.ts'
import { offeredTo } from './offers.ts'
import type { Group, State } from './types.ts'

const every =
  (test: (group: Group, state: State) => boolean) =>
  (state: State): boolean =>
    state.groups.every((group) => test(group, state))

/** On v2; a group that is threaded, or roots threads, is free of it. */
const separates = (group: Group, state: State): boolean =>
  group.threaded || membersOf(state, group).length === 0 || ofDomains(group.subtreeControl).length === 0

const fitsOnV1 = (group: Group, state: State): boolean => {
  const parent = findGroup(state, group.parent)
  if (state.version === 'v2' || !parent) return true
  const [own, above] = [ratioOf(group.settings), ratioOf(parent.settings)]
  return (
    within(group.settings.cpus, parent.settings.cpus) && (own === 'max' || above === 'max' || own <= above)
  )
}

const all: Readonly<Record<string, (state: State) => boolean>> = {
  'every place once': ({ groups }) => new Set(groups.map(({ place }) => place)).size === groups.length,
  'a parent that is there': every(
    ({ parent }, state) => parent === undefined || findGroup(state, parent) !== undefined,
  ),
  'passes on only what it has': every((group, state) =>
    group.subtreeControl.every((controller) => offeredTo(state, group).includes(controller)),
  ),
  'processes or children that share': every(separates),
  'threads below a root that can be one': every((group, state) => {
    const parent = findGroup(state, group.parent)
    return !group.threaded || (parent !== undefined && (parent.threaded || canRootThreads(state, parent)))
  }),
  'nobody in an invalid domain': every(
    (group, state) => group.threaded || membersOf(state, group).length === 0 || isValidDomain(state, group),
  ),
  'a process is where there is a group': (state) =>
    state.processes.every((process) => Object.values(process.in).every((place) => findGroup(state, place))),
  'v1: no more than above': every(fitsOnV1),
}

/** The names of those that do not hold: none, for a model without faults. */
export const invariants = (state: State): readonly string[] =>
  Object.keys(all).filter((name) => !all[name]?.(state))
