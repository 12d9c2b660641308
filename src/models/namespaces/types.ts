import type {
  Extent,
  IdFile,
  Kind,
  PlainKind,
  PlainNamespace,
  UserNamespace,
  UserNamespaceId,
} from './kinds.ts'

/**
 * PID namespaces as Linux keeps them (kernel/pid.c, kernel/pid_namespace.c, kernel/exit.c), seen on 6.18:
 * numbers per level, fork, clone, unshare and setns, exec, exit, kill, wait, orphans and subreapers, and the
 * end of a namespace with its process 1; of the other kinds (kinds.ts) who is in which, and who may. What is left out: `leftOut` in rules.ts.
 */

/** Which Linux, where they differ: as all were up to 6.1, or as they are from 6.2 on. */
export type Kernel = '6.1' | '6.2'

/** The number a process has in the outermost namespace; the model never reuses one. */
export type ProcessId = number

/** 0 is the outermost namespace; each next one made counts on. */
export type NamespaceId = number

export type Signal = 'HUP' | 'INT' | 'TERM' | 'KILL'

export type End =
  { readonly by: 'exit'; readonly status: number } | { readonly by: 'signal'; readonly signal: Signal }

/**
 * doomed: a fatal signal is on its way, nothing more is done by the process itself.
 * ending: a process 1 that waits, inside its own exit, until its namespace is empty.
 * A process that has been reaped is no longer in the state at all.
 */
export type Life =
  | { readonly is: 'running' }
  | { readonly is: 'doomed'; readonly end: End }
  | { readonly is: 'ending'; readonly end: End }
  | { readonly is: 'zombie'; readonly end: End }

export type Process = {
  readonly id: ProcessId
  readonly comm: string
  /** 0: the kernel itself, for the outermost process 1 */
  readonly parent: ProcessId
  readonly namespace: NamespaceId
  /** where its next child goes; `unshare` changes this and nothing else */
  readonly forChildren: NamespaceId
  /** its number at each level, outermost first: NSpid */
  readonly pids: readonly number[]
  readonly handles: readonly Signal[]
  readonly user: UserNamespaceId
  /** all capabilities in its own user namespace, or none */
  readonly capable: boolean
  /** exec has given it capabilities: from then on only who is capable in this user namespace may look at it */
  readonly guardedBy: UserNamespaceId | undefined
  /** the namespace of each other kind, by its place in `plain` */
  readonly in: Readonly<Record<PlainKind, number>>
  readonly timeForChildren: number
  readonly subreaper: boolean
  readonly life: Life
}

export type PidNamespace = {
  readonly id: NamespaceId
  readonly parent: NamespaceId | undefined
  readonly level: number
  /** the last number given out here */
  readonly last: number
  /** its process 1, once born */
  readonly reaper: ProcessId | undefined
  readonly owner: UserNamespaceId
  /** false from the moment process 1 exits, for ever */
  readonly open: boolean
}

export type State = {
  readonly kernel: Kernel
  readonly machine: boolean
  readonly namespaces: readonly PidNamespace[]
  /** children of one parent stand in the order in which the kernel would find them */
  readonly processes: readonly Process[]
  readonly users: readonly UserNamespace[]
  readonly plain: readonly PlainNamespace[]
}

export type Input = {
  readonly kernel: Kernel
  /** the outermost user namespace is the machine's own, not a container's or a sandbox's */
  readonly machine: boolean
  /** the outermost process 1, and the shell it has started */
  readonly one: string
  readonly shell: string
  /** the shell's number */
  readonly pid: number
  /** how deep the outermost namespace lies itself: more than 0 inside a container */
  readonly level: number
  /** how many numbers the outermost user namespace has, 0 among them, and whether setgroups is allowed there */
  readonly ids: number
  readonly setgroups: 'allow' | 'deny'
}

/** What a process asks of the kernel; `kinds` are one or more. `comm` on a fork: the child's name from its birth on. */
export type Action =
  | { readonly do: 'fork'; readonly by: ProcessId; readonly comm?: string }
  /** without `kinds`: a PID namespace alone; clone knows no time namespaces */
  | { readonly do: 'clone'; readonly by: ProcessId; readonly comm?: string; readonly kinds?: readonly Kind[] }
  | { readonly do: 'unshare'; readonly by: ProcessId; readonly kinds?: readonly Kind[] }
  /** `pid` is a number as the caller sees it */
  | { readonly do: 'setns'; readonly by: ProcessId; readonly pid: number; readonly kinds: readonly Kind[] }
  | { readonly do: 'wait' | 'subreaper' | 'drop'; readonly by: ProcessId }
  /** `of`: whose file, in the outermost /proc */
  | {
      readonly do: 'map'
      readonly by: ProcessId
      readonly of: ProcessId
      readonly file: IdFile
      readonly extents: readonly Extent[]
    }
  | {
      readonly do: 'setgroups'
      readonly by: ProcessId
      readonly of: ProcessId
      readonly to: 'allow' | 'deny'
    }
  | { readonly do: 'exec'; readonly by: ProcessId; readonly comm: string }
  | { readonly do: 'exit'; readonly by: ProcessId; readonly status: number }
  | { readonly do: 'handle'; readonly by: ProcessId; readonly signal: Signal }
  /** `pid` is a number as the sender sees it */
  | { readonly do: 'kill'; readonly by: ProcessId; readonly pid: number; readonly signal: Signal }

/** What happens by itself: a fatal signal arrives; a process 1 has outlived its namespace. */
export type InternalMove = { readonly do: 'die' | 'finish'; readonly by: ProcessId }

export type Move = Action | InternalMove

export type Errno = 'EACCES' | 'ECHILD' | 'EINVAL' | 'ENOMEM' | 'ENOSPC' | 'EPERM' | 'ESRCH'

export type Outcome =
  | { readonly is: 'done' }
  /** the number as the caller sees it */
  | { readonly is: 'pid'; readonly pid: number }
  | { readonly is: 'error'; readonly errno: Errno }
  /** wait: there are children, and none has ended */
  | { readonly is: 'nothing-yet' }
  | { readonly is: 'panic' }
  /** the state has no such process, or it can no longer act: nothing was asked of the kernel */
  | { readonly is: 'no-actor' }
  | { readonly is: 'left-out' }
