/** Who may: files belong to whoever made them or was given them, and root may anything. */
import { controllerOf } from './files.ts'
import type { Group, User } from './types.ts'

/** /sys/kernel/cgroup/delegate, without the files of controllers that later kernels list there. */
const delegated = ['cgroup.procs', 'cgroup.threads', 'cgroup.subtree_control']

export const ownerOf = (group: Group, file: string): User => {
  if (delegated.includes(file) || file === 'tasks') return group.owner
  const controller = controllerOf(file)
  return (controller && group.enabledBy[controller]) ?? group.maker
}

export const may = (by: User, owner: User): boolean => by === 'root' || by === owner
