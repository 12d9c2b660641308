/**
 * The tree of cgroups and its files (kernel/cgroup/*.c, kernel/sched/core.c, mm/memcontrol.c), seen on 6.1: which groups
 * there may be, who is in which, who may move whom, which files a group has, and what a write to one makes of it.
 * What is left out: `leftOut` in rules.ts. What the limits then do to CPU and memory are models of their own.
 */

export type Version = 'v1' | 'v2'

/** On v2 there is one tree; on v1 each controller has its own. */
export type Hierarchy = 'unified' | 'cpu' | 'cpuset' | 'memory' | 'pids' | 'freezer'

export type Controller = 'cpuset' | 'cpu' | 'io' | 'memory' | 'pids'

/** An ordinary user, who owns what has been given away or made by it. */
export type User = 'root' | 'user'

/** `/a/b` below the top group; on v1 `memory:/a/b`, as /proc/PID/cgroup has it. */
export type Place = string

/** Its number here; the kernel's is another. */
export type ProcessId = number

export type Limit = number | 'max'

/** What writes have left in a group, in the kernel's units. */
export type Settings = {
  /** the scheduler's: 1024 is a weight of 100 */
  readonly shares: number
  readonly idle: 0 | 1
  /** microseconds */
  readonly quota: Limit
  readonly period: number
  readonly burst: number
  /** pages */
  readonly memory: Readonly<Record<'max' | 'high' | 'low' | 'min' | 'soft', Limit>>
  readonly oomGroup: 0 | 1
  readonly pids: Limit
  readonly cpus: readonly number[]
  readonly mems: readonly number[]
  readonly freeze: 0 | 1
  readonly maxDepth: Limit
  readonly maxDescendants: Limit
}

export type Group = {
  readonly place: Place
  readonly hierarchy: Hierarchy
  /** undefined: the top group, whose own parent is out of sight */
  readonly parent: Place | undefined
  /** of the folder and of the files that delegation gives away */
  readonly owner: User
  /** of its other files: who made it, and for a controller's files who enabled that */
  readonly maker: User
  readonly enabledBy: Readonly<Partial<Record<Controller, User>>>
  readonly subtreeControl: readonly Controller[]
  readonly threaded: boolean
  readonly settings: Settings
}

export type Process = {
  readonly id: ProcessId
  readonly user: User
  /** undefined: in a group that is not ours, above the top one */
  readonly in: Readonly<Partial<Record<Hierarchy, Place>>>
}

export type State = {
  readonly version: Version
  readonly cpus: readonly number[]
  readonly groups: readonly Group[]
  readonly processes: readonly Process[]
}

export type Input = {
  readonly version: Version
  /** how many CPUs the machine has */
  readonly cpus: number
  /** whose processes there are at first, none of them in the tree: numbered from 1 */
  readonly processes: readonly User[]
}

export type Action =
  | { readonly do: 'mkdir' | 'rmdir'; readonly by: User; readonly at: Place }
  /** `echo text > at/file`: with the shell's flags, and the newline that echo adds */
  | {
      readonly do: 'write'
      readonly by: User
      readonly at: Place
      readonly file: string
      readonly text: string
    }
  | { readonly do: 'read'; readonly by: User; readonly at: Place; readonly file: string }
  /** root gives away the folder and the files of /sys/kernel/cgroup/delegate */
  | { readonly do: 'delegate'; readonly at: Place; readonly to: User }
  | { readonly do: 'fork'; readonly by: ProcessId; readonly as: ProcessId }
  | { readonly do: 'exit'; readonly by: ProcessId }

export type Errno =
  | 'EACCES'
  | 'EAGAIN'
  | 'EBUSY'
  | 'EEXIST'
  | 'EINVAL'
  | 'ENOENT'
  | 'ENOSPC'
  | 'EOPNOTSUPP'
  | 'ERANGE'
  | 'ESRCH'

export type Outcome =
  | { readonly is: 'done' }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'error'; readonly errno: Errno }
  /** there is no such process, or it is frozen: nothing was asked of the kernel */
  | { readonly is: 'no-actor' }
  | { readonly is: 'left-out'; readonly why: LeftOut }

export type LeftOut =
  | 'threads'
  | 'root-group'
  | 'self'
  | 'partitions'
  | 'memory-in-use'
  | 'huge-numbers'
  | 'fork-into'
  | 'zombies'
  | 'namespaces'
  | 'pressure'
  | 'io'
  | 'other-controllers'
  | 'release-agent'
  | 'remount'
  | 'hotplug'
  | 'dying-groups'
