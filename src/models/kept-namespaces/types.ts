/**
 * What keeps a namespace alive, over the model `namespaces`: its processes, open files and bind mounts of
 * /proc/PID/ns/*, namespaces further in, and what a user namespace owns (namespaces(7), "Namespace lifetime";
 * fs/nsfs.c, kernel/nsproxy.c, kernel/pid.c, fs/namespace.c). What is left out: `leftOut` in rules.ts.
 */
import type {
  Action as ProcessAction,
  Input as ProcessInput,
  InternalMove,
  Kind,
  Outcome as ProcessOutcome,
  ProcessId,
  State as Processes,
} from '#models/namespaces'

/** How the processes begin; which Linux it is, and whose machine, matter to exec alone. */
export type Input = Omit<ProcessInput, 'kernel' | 'machine'>

/** A namespace: its kind, and its number among all of that kind; 0 is the machine's own. */
export type Name = { readonly kind: Kind; readonly place: number }

/** A descriptor: a child gets copies of its parent's. */
export type OpenFile = { readonly by: ProcessId; readonly fd: number; readonly of: Name }

/** A bind mount at /run/ns/`at`, in the table of one mount namespace. */
export type Mount = {
  readonly at: number
  /** the place of that mount namespace */
  readonly in: number
  readonly of: Name
  /** copied into a table that belongs further in: it can be seen there, and not be taken away */
  readonly locked: boolean
}

export type State = {
  readonly processes: Processes
  readonly files: readonly OpenFile[]
  readonly mounts: readonly Mount[]
}

export type FileAction =
  /** `pid`: whose /proc/PID/ns, as the caller sees it */
  | { readonly do: 'open'; readonly by: ProcessId; readonly pid: number; readonly kind: Kind }
  | { readonly do: 'bind'; readonly by: ProcessId; readonly pid: number; readonly kind: Kind }
  | { readonly do: 'close'; readonly by: ProcessId; readonly fd: number }
  | { readonly do: 'umount'; readonly by: ProcessId; readonly at: number }
  /** setns, with a mounted file */
  | { readonly do: 'enter'; readonly by: ProcessId; readonly at: number }

/** The others change nothing of what is held. Without a map nobody in a user namespace can make another. */
export const processActions = [
  ...(['fork', 'clone', 'unshare', 'setns', 'exit', 'kill', 'wait', 'drop', 'map'] as const),
] as const

export type Action =
  | Extract<ProcessAction, { do: (typeof processActions)[number] }>
  | { readonly do: 'wait' | 'drop'; readonly by: ProcessId }
  | FileAction

export type Move = Action | InternalMove

export type Errno = 'EACCES' | 'EBADF' | 'EINVAL' | 'ENOENT' | 'EPERM'

export type Outcome =
  | Exclude<ProcessOutcome, { is: 'error' }>
  | { readonly is: 'fd'; readonly fd: number }
  | { readonly is: 'mounted'; readonly at: number }
  | { readonly is: 'error'; readonly errno: Errno | Extract<ProcessOutcome, { is: 'error' }>['errno'] }

/** What holds on to a namespace. */
export type Holder =
  /** `children`: it is not in it, but its children will be; `dead`: a zombie, or on its way to be one */
  | {
      readonly by: 'process'
      readonly id: ProcessId
      readonly comm: string
      readonly how: 'in' | 'children' | 'dead'
    }
  | { readonly by: 'file'; readonly id: ProcessId; readonly comm: string; readonly fd: number }
  | { readonly by: 'mount'; readonly at: number; readonly in: Name }
  /** a PID or user namespace further in */
  | { readonly by: 'child'; readonly name: Name }
  /** what belongs to this user namespace */
  | { readonly by: 'owned'; readonly name: Name }
