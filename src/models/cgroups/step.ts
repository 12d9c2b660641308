/** One action: who may, which file, and what its controller makes of it. */
import { changeGroup } from './change.ts'
import { writeBurst, writeMax, writePeriod, writeQuota } from './cpu-max.ts'
import { writeIdle, writeNice, writeShares, writeWeight } from './cpu-weight.ts'
import { writeList } from './cpuset.ts'
import { filesOf, type File } from './files.ts'
import { findGroup, hierarchiesOf, topOf } from './find.ts'
import { writeFreeze, writeFreezerState, writeKill } from './freeze.ts'
import { writeLimit } from './limits.ts'
import { makeGroup, newGroup, removeGroup } from './make-group.ts'
import { may, ownerOf } from './may.ts'
import { readBytes, readOldBytes, writeBytes, writeOomGroup } from './memory.ts'
import { move } from './move.ts'
import { isController, offeredTo } from './offers.ts'
import { exit, fork, writePids } from './pids.ts'
import { contentOf } from './read-file.ts'
import { deny, done, type Step } from './result.ts'
import { because } from './rules.ts'
import { freshSettings } from './settings.ts'
import { writeSubtreeControl } from './subtree-control.ts'
import { writeType } from './threads.ts'
import type { Action, Group, Hierarchy, Input, Place, State, User } from './types.ts'
import type { Write } from './written.ts'

type Writer = (write: Write, by: User) => Step

const moveIn: Writer = ({ state, group, file, text }, by) => move(state, group, file, text, by)

const writers: Readonly<Record<string, Writer>> = {
  'cgroup.procs': moveIn,
  'cgroup.threads': moveIn,
  tasks: moveIn,
  'cgroup.type': ({ state, group, text }) => writeType(state, group, text),
  'cgroup.subtree_control': ({ state, group, text }, by) => writeSubtreeControl(state, group, text, by),
  'cgroup.freeze': writeFreeze,
  'cgroup.kill': writeKill,
  'cgroup.max.depth': writeLimit('maxDepth'),
  'cgroup.max.descendants': writeLimit('maxDescendants'),
  'cpu.weight': writeWeight,
  'cpu.weight.nice': writeNice,
  'cpu.shares': writeShares,
  'cpu.idle': writeIdle,
  'cpu.max': writeMax,
  'cpu.max.burst': writeBurst,
  'cpu.cfs_quota_us': writeQuota,
  'cpu.cfs_period_us': writePeriod,
  'cpu.cfs_burst_us': writeBurst,
  'cpuset.cpus': writeList('cpus'),
  'cpuset.mems': writeList('mems'),
  'memory.min': writeBytes('min', 'max', readBytes),
  'memory.low': writeBytes('low', 'max', readBytes),
  'memory.high': writeBytes('high', 'max', readBytes),
  'memory.max': writeBytes('max', 'max', readBytes),
  'memory.limit_in_bytes': writeBytes('max', '-1', readOldBytes),
  'memory.soft_limit_in_bytes': writeBytes('soft', '-1', readOldBytes),
  'memory.oom.group': writeOomGroup,
  'pids.max': writePids,
  'freezer.state': writeFreezerState,
}

/** Does the group have it, with its controllers as they are? */
export const hasFile = (state: State, group: Group, { controller }: File): boolean =>
  controller === undefined || controller === 'freezer' || offeredTo(state, group).includes(controller)

export const filesIn = (state: State, group: Group): readonly File[] =>
  filesOf(group.hierarchy).filter((file) => hasFile(state, group, file))

const findFile = (state: State, group: Group, name: string): File | undefined =>
  filesIn(state, group).find((file) => file.name === name)

const controllerIn = (name: string) => {
  const [before = ''] = name.split('.')
  return isController(before) ? before : undefined
}

const write = (state: State, { by, at, file: name, text }: Extract<Action, { do: 'write' }>): Step => {
  const group = findGroup(state, at)
  if (!group) return deny(state, 'ENOENT', because('cgroups/no-group', at, { missing: at }))
  const file = findFile(state, group, name)
  // The shell's > would make the file, and nobody may make one here.
  const missing = because('cgroups/no-file', at, {
    file: name,
    controller: controllerIn(name),
    reading: false,
  })
  if (!file) return deny(state, 'EACCES', missing)
  const owner = ownerOf(group, name)
  if (!may(by, owner) || (by !== 'root' && file.access === 'r'))
    return deny(state, 'EACCES', because('cgroups/not-owner', at, { file: name, owner }))
  const writer = writers[name]
  if (!writer) return deny(state, 'EINVAL', because('cgroups/read-only', at, { file: name }))
  return writer({ state, group, file: name, text: `${text}\n` }, by)
}

const read = (state: State, { by, at, file: name }: Extract<Action, { do: 'read' }>): Step => {
  const group = findGroup(state, at)
  if (!group) return deny(state, 'ENOENT', because('cgroups/no-group', at, { missing: at }))
  const file = findFile(state, group, name)
  const missing = because('cgroups/no-file', at, {
    file: name,
    controller: controllerIn(name),
    reading: true,
  })
  if (!file) return deny(state, 'ENOENT', missing)
  const owner = ownerOf(group, name)
  if (file.access === 'w')
    return by === 'root'
      ? deny(state, 'EINVAL', because('cgroups/write-only', at, { file: name }))
      : deny(state, 'EACCES', because('cgroups/not-owner', at, { file: name, owner }))
  if (name === 'cgroup.procs' && group.threaded)
    return deny(state, 'EOPNOTSUPP', because('cgroups/procs-of-threads', at, {}))
  const text = contentOf(state, group, name)
  return { state, outcome: { is: 'text', text }, trace: [because('cgroups/read', at, { file: name })] }
}

const delegate = (state: State, at: Place, to: User): Step => {
  const group = findGroup(state, at)
  if (!group) return deny(state, 'ENOENT', because('cgroups/no-group', at, { missing: at }))
  return done(changeGroup(state, group, { owner: to }), because('cgroups/delegated', at, { to }))
}

export const step = (state: State, action: Action): Step => {
  switch (action.do) {
    case 'mkdir':
      return makeGroup(state, action.at, action.by)
    case 'rmdir':
      return removeGroup(state, action.at, action.by)
    case 'write':
      return write(state, action)
    case 'read':
      return read(state, action)
    case 'delegate':
      return delegate(state, action.at, action.to)
    case 'fork':
      return fork(state, action.by, action.as)
    case 'exit':
      return exit(state, action.by)
  }
}

/** The top group of each hierarchy: root's, and on v1 with all CPUs, as a group there needs its own. */
const makeTop = (hierarchy: Hierarchy, cpus: readonly number[]): Group => {
  const nobody = { place: '', hierarchy } as Group
  const own = hierarchy === 'cpuset' ? { cpus, mems: [0] } : {}
  const { parent: _, ...top } = newGroup(nobody, topOf(hierarchy), 'root')
  return { ...top, parent: undefined, settings: { ...freshSettings, ...own } }
}

export const defaultInput: Input = { version: 'v2', cpus: 2, processes: ['root', 'root', 'user', 'user'] }

export const init = ({ version, cpus: count, processes }: Input = defaultInput): State => {
  const cpus = Array.from({ length: count }, (_, at) => at)
  return {
    ...{ version, cpus },
    groups: hierarchiesOf[version].map((hierarchy) => makeTop(hierarchy, cpus)),
    processes: processes.map((user, at) => ({ id: at + 1, user, in: {} })),
  }
}
