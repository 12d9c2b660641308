/** The files of a group: whose they are, and on which version. Those left out: pressure, statistics, events of limits. */
import type { Controller, Hierarchy, Version } from './types.ts'

type Access = 'rw' | 'r' | 'w'

export type File = {
  readonly name: string
  readonly version: Version
  /** undefined: every group has it */
  readonly controller: Controller | 'freezer' | undefined
  readonly access: Access
}

const list = (
  version: Version,
  controller: File['controller'],
  access: Access,
  ...names: readonly string[]
): readonly File[] => names.map((name) => ({ name, version, controller, access }))

export const files: readonly File[] = [
  ...list('v2', undefined, 'rw', 'cgroup.type', 'cgroup.procs', 'cgroup.threads', 'cgroup.subtree_control'),
  ...list('v2', undefined, 'rw', 'cgroup.freeze', 'cgroup.max.depth', 'cgroup.max.descendants'),
  ...list('v2', undefined, 'r', 'cgroup.controllers', 'cgroup.events'),
  ...list('v2', undefined, 'w', 'cgroup.kill'),
  ...list('v2', 'cpu', 'rw', 'cpu.weight', 'cpu.weight.nice', 'cpu.idle', 'cpu.max', 'cpu.max.burst'),
  ...list('v2', 'cpuset', 'rw', 'cpuset.cpus', 'cpuset.mems'),
  ...list('v2', 'cpuset', 'r', 'cpuset.cpus.effective', 'cpuset.mems.effective'),
  ...list('v2', 'memory', 'rw', 'memory.min', 'memory.low', 'memory.high', 'memory.max', 'memory.oom.group'),
  ...list('v2', 'pids', 'rw', 'pids.max'),
  ...list('v2', 'pids', 'r', 'pids.current'),
  ...list('v1', undefined, 'rw', 'cgroup.procs', 'tasks'),
  ...list('v1', 'cpu', 'rw', 'cpu.shares', 'cpu.idle'),
  ...list('v1', 'cpu', 'rw', 'cpu.cfs_quota_us', 'cpu.cfs_period_us', 'cpu.cfs_burst_us'),
  ...list('v1', 'cpuset', 'rw', 'cpuset.cpus', 'cpuset.mems'),
  ...list('v1', 'cpuset', 'r', 'cpuset.effective_cpus', 'cpuset.effective_mems'),
  ...list('v1', 'memory', 'rw', 'memory.limit_in_bytes', 'memory.soft_limit_in_bytes'),
  ...list('v1', 'pids', 'rw', 'pids.max'),
  ...list('v1', 'pids', 'r', 'pids.current'),
  ...list('v1', 'freezer', 'rw', 'freezer.state'),
  ...list('v1', 'freezer', 'r', 'freezer.self_freezing', 'freezer.parent_freezing'),
]

/** By its name alone: what stands before the first dot. */
export const controllerOf = (file: string): Controller | undefined => {
  const found = files.find(({ name }) => name === file)?.controller
  return found === 'freezer' ? undefined : found
}

/** The files of a hierarchy, whatever a group in it has of them. */
export const filesOf = (hierarchy: Hierarchy): readonly File[] =>
  files.filter(({ version, controller }) =>
    hierarchy === 'unified'
      ? version === 'v2'
      : version === 'v1' && (controller === undefined || controller === hierarchy),
  )
