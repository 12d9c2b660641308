/** What is in a file: text as it is read, or why it cannot be. */
import { readMax, readQuota } from './cpu-max.ts'
import { readNice, readWeight } from './cpu-weight.ts'
import { effective } from './cpuset.ts'
import { printList } from './cpu-list.ts'
import { typeOf } from './domains.ts'
import { findGroup, frozenBy, isPopulated, membersBelow, membersOf, subtree } from './find.ts'
import { readFreezerState } from './freeze.ts'
import { readBytes, readOldBytes } from './memory.ts'
import { offeredTo } from './offers.ts'
import type { Group, Process, State } from './types.ts'

const flag = (holds: boolean): string => (holds ? '1' : '0')

const numbers = (processes: readonly Process[]): string =>
  processes
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join('\n')

/** The processes of a thread root are all those of its threaded groups. */
const inDomain = (state: State, group: Group): readonly Process[] => [
  ...membersOf(state, group),
  ...subtree(state, group)
    .filter((each) => each !== group && each.threaded && nearestDomain(state, each) === group)
    .flatMap((each) => membersOf(state, each)),
]

const nearestDomain = (state: State, group: Group): Group => {
  const parent = findGroup(state, group.parent)
  return group.threaded && parent ? nearestDomain(state, parent) : group
}

type Read = (group: Group, state: State) => string

const readers: Readonly<Record<string, Read>> = {
  'cgroup.type': (group, state) => typeOf(state, group),
  'cgroup.procs': (group, state) => numbers(inDomain(state, group)),
  'cgroup.threads': (group, state) => numbers(membersOf(state, group)),
  tasks: (group, state) => numbers(membersOf(state, group)),
  'cgroup.subtree_control': ({ subtreeControl }) => subtreeControl.join(' '),
  'cgroup.controllers': (group, state) => offeredTo(state, group).join(' '),
  'cgroup.freeze': ({ settings }) => String(settings.freeze),
  'cgroup.max.depth': ({ settings }) => String(settings.maxDepth),
  'cgroup.max.descendants': ({ settings }) => String(settings.maxDescendants),
  'cgroup.events': (group, state) =>
    `populated ${flag(isPopulated(state, group))}\nfrozen ${flag(frozenBy(state, group) !== undefined)}`,
  'cpu.weight': ({ settings }) => readWeight(settings),
  'cpu.weight.nice': ({ settings }) => readNice(settings),
  'cpu.shares': ({ settings }) => String(settings.shares),
  'cpu.idle': ({ settings }) => String(settings.idle),
  'cpu.max': ({ settings }) => readMax(settings),
  'cpu.max.burst': ({ settings }) => String(settings.burst),
  'cpu.cfs_quota_us': ({ settings }) => readQuota(settings),
  'cpu.cfs_period_us': ({ settings }) => String(settings.period),
  'cpu.cfs_burst_us': ({ settings }) => String(settings.burst),
  'cpuset.cpus': ({ settings }) => printList(settings.cpus),
  'cpuset.mems': ({ settings }) => printList(settings.mems),
  'cpuset.cpus.effective': (group, state) => printList(effective(state, group, 'cpus')),
  'cpuset.mems.effective': (group, state) => printList(effective(state, group, 'mems')),
  'cpuset.effective_cpus': ({ settings }) => printList(settings.cpus),
  'cpuset.effective_mems': ({ settings }) => printList(settings.mems),
  'memory.min': ({ settings }) => readBytes(settings.memory.min),
  'memory.low': ({ settings }) => readBytes(settings.memory.low),
  'memory.high': ({ settings }) => readBytes(settings.memory.high),
  'memory.max': ({ settings }) => readBytes(settings.memory.max),
  'memory.limit_in_bytes': ({ settings }) => readOldBytes(settings.memory.max),
  'memory.soft_limit_in_bytes': ({ settings }) => readOldBytes(settings.memory.soft),
  'memory.oom.group': ({ settings }) => String(settings.oomGroup),
  'pids.max': ({ settings }) => String(settings.pids),
  'pids.current': (group, state) => String(membersBelow(state, group).length),
  'freezer.state': (group, state) => readFreezerState(state, group),
  'freezer.self_freezing': ({ settings }) => String(settings.freeze),
  'freezer.parent_freezing': (group, state) => {
    const parent = findGroup(state, group.parent)
    return flag(parent !== undefined && frozenBy(state, parent) !== undefined)
  },
}

export const contentOf = (state: State, group: Group, file: string): string =>
  readers[file]?.(group, state) ?? ''
