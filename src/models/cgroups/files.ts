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

const list =
  (access: Access) =>
  (version: Version, controller: File['controller'], ...names: readonly string[]): readonly File[] =>
    names.map((name) => ({ name, version, controller, access }))

const [both, readOnly, writeOnly] = [list('rw'), list('r'), list('w')]

export const files: readonly File[] = [
  ...both('v2', undefined, 'cgroup.type', 'cgroup.procs', 'cgroup.threads', 'cgroup.subtree_control'),
  ...both('v2', undefined, 'cgroup.freeze', 'cgroup.max.depth', 'cgroup.max.descendants'),
  ...readOnly('v2', undefined, 'cgroup.controllers', 'cgroup.events'),
  ...writeOnly('v2', undefined, 'cgroup.kill'),
  ...both('v2', 'cpu', 'cpu.weight', 'cpu.weight.nice', 'cpu.idle', 'cpu.max', 'cpu.max.burst'),
  ...both('v2', 'cpuset', 'cpuset.cpus', 'cpuset.mems'),
  ...readOnly('v2', 'cpuset', 'cpuset.cpus.effective', 'cpuset.mems.effective'),
  ...both('v2', 'memory', 'memory.min', 'memory.low', 'memory.high', 'memory.max', 'memory.oom.group'),
  ...both('v2', 'pids', 'pids.max'),
  ...readOnly('v2', 'pids', 'pids.current'),
  ...both('v1', undefined, 'cgroup.procs', 'tasks'),
  ...both('v1', 'cpu', 'cpu.shares', 'cpu.idle'),
  ...both('v1', 'cpu', 'cpu.cfs_quota_us', 'cpu.cfs_period_us', 'cpu.cfs_burst_us'),
  ...both('v1', 'cpuset', 'cpuset.cpus', 'cpuset.mems'),
  ...readOnly('v1', 'cpuset', 'cpuset.effective_cpus', 'cpuset.effective_mems'),
  ...both('v1', 'memory', 'memory.limit_in_bytes', 'memory.soft_limit_in_bytes'),
  ...both('v1', 'pids', 'pids.max'),
  ...readOnly('v1', 'pids', 'pids.current'),
  ...both('v1', 'freezer', 'freezer.state'),
  ...readOnly('v1', 'freezer', 'freezer.self_freezing', 'freezer.parent_freezing'),
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
