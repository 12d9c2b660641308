import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Extent, IdFile, Kind, UserNamespaceId } from './kinds.ts'
import type { End, Kernel, NamespaceId, Process, Signal } from './types.ts'

/** Ids are never reused: they run from the code through tests and conformance to what a reader sees. */
export const rules = {
  'namespaces/number-at-each-level': 'accept',
  'namespaces/first-is-one': 'effect',
  'namespaces/unshare-moves-children': 'accept',
  'namespaces/clone-enters': 'accept',
  'namespaces/unshare-once': 'reject',
  'namespaces/depth-limit': 'reject',
  'namespaces/closed-to-new': 'reject',
  'namespaces/numbers-spent': 'effect',
  'namespaces/handler-set': 'accept',
  'namespaces/handler-refused': 'reject',
  'namespaces/kill-unseen': 'reject',
  'namespaces/kill-ends': 'accept',
  'namespaces/kill-handled': 'accept',
  'namespaces/kill-too-late': 'accept',
  'namespaces/one-ignores-its-own': 'reject',
  'namespaces/one-ignores-unhandled': 'reject',
  'namespaces/one-killed-from-above': 'accept',
  'namespaces/exit-leaves-zombie': 'effect',
  'namespaces/orphan-adopted': 'effect',
  'namespaces/one-takes-all': 'effect',
  'namespaces/one-waits': 'effect',
  'namespaces/reaped-at-once': 'effect',
  'namespaces/wait-reaps': 'accept',
  'namespaces/wait-nothing-yet': 'accept',
  'namespaces/wait-childless': 'reject',
  'namespaces/host-panics': 'effect',
  'namespaces/subreaper-set': 'accept',
  'namespaces/orphan-to-subreaper': 'effect',
  'namespaces/others-made': 'accept',
  'namespaces/time-moves-children': 'effect',
  'namespaces/user-made': 'accept',
  'namespaces/user-needs-numbers': 'reject',
  'namespaces/needs-capability': 'reject',
  'namespaces/owner-not-within': 'reject',
  'namespaces/setns-unseen': 'reject',
  'namespaces/setns-may-not-look': 'reject',
  'namespaces/setns-dead': 'reject',
  'namespaces/setns-same-user': 'reject',
  'namespaces/setns-not-capable': 'reject',
  'namespaces/setns-enters': 'accept',
  'namespaces/setns-moves-children': 'effect',
  'namespaces/capabilities-dropped': 'accept',
  'namespaces/map-written': 'accept',
  'namespaces/map-too-far': 'reject',
  'namespaces/map-once': 'reject',
  'namespaces/map-not-capable': 'reject',
  'namespaces/map-malformed': 'reject',
  'namespaces/map-zero-guarded': 'reject',
  'namespaces/map-not-own': 'reject',
  'namespaces/map-needs-deny': 'reject',
  'namespaces/map-outside-unknown': 'reject',
  'namespaces/setgroups-written': 'accept',
  'namespaces/setgroups-not-capable': 'reject',
  'namespaces/setgroups-final': 'reject',
  'namespaces/setgroups-too-late': 'reject',
  'namespaces/exec-replaces': 'accept',
  'namespaces/exec-forgets-handlers': 'effect',
  'namespaces/exec-takes-capabilities': 'effect',
  'namespaces/exec-gives-capabilities': 'effect',
  'namespaces/exec-enters-time': 'effect',
  'namespaces/exec-stays-in-time': 'effect',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

export type Facts = {
  'namespaces/number-at-each-level': { pids: readonly number[]; namespace: NamespaceId }
  'namespaces/first-is-one': { namespace: NamespaceId }
  'namespaces/unshare-moves-children': { own: NamespaceId; children: NamespaceId }
  'namespaces/clone-enters': { child: NamespaceId; own: NamespaceId }
  'namespaces/unshare-once': { own: NamespaceId; children: NamespaceId }
  'namespaces/depth-limit': { level: number; limit: number }
  'namespaces/closed-to-new': { namespace: NamespaceId }
  'namespaces/numbers-spent': { next: number; namespace: NamespaceId }
  'namespaces/handler-set': { signal: Signal }
  'namespaces/handler-refused': { signal: Signal }
  'namespaces/kill-unseen': { pid: number; namespace: NamespaceId }
  'namespaces/kill-ends': { target: string; signal: Signal }
  'namespaces/kill-handled': { target: string; signal: Signal }
  'namespaces/kill-too-late': { target: string; zombie: boolean }
  'namespaces/one-ignores-its-own': { target: string; signal: Signal; namespace: NamespaceId }
  'namespaces/one-ignores-unhandled': { target: string; signal: Signal; from: NamespaceId }
  'namespaces/one-killed-from-above': { target: string; from: NamespaceId; namespace: NamespaceId }
  'namespaces/exit-leaves-zombie': { parent: string; end: End }
  'namespaces/orphan-adopted': { from: string; by: string; reaperOf: NamespaceId; own: NamespaceId }
  'namespaces/one-takes-all': { namespace: NamespaceId; killed: number }
  'namespaces/one-waits': { namespace: NamespaceId; left: number }
  'namespaces/reaped-at-once': { parent: string }
  'namespaces/wait-reaps': { child: string; pid: number; end: End }
  'namespaces/wait-nothing-yet': { children: number }
  'namespaces/wait-childless': Record<never, never>
  'namespaces/host-panics': { end: End }
  'namespaces/subreaper-set': Record<never, never>
  'namespaces/orphan-to-subreaper': { from: string; by: string }
  'namespaces/others-made': { kinds: readonly Kind[]; user: UserNamespaceId }
  'namespaces/time-moves-children': Record<never, never>
  'namespaces/user-made': { user: UserNamespaceId; parent: UserNamespaceId }
  'namespaces/user-needs-numbers': { user: UserNamespaceId }
  'namespaces/needs-capability': { kinds: readonly Kind[]; user: UserNamespaceId }
  'namespaces/owner-not-within': { own: NamespaceId; owner: UserNamespaceId; user: UserNamespaceId }
  'namespaces/setns-unseen': { pid: number; namespace: NamespaceId }
  'namespaces/setns-may-not-look': { target: string; user: UserNamespaceId }
  'namespaces/setns-dead': { target: string }
  'namespaces/setns-same-user': { user: UserNamespaceId }
  'namespaces/setns-not-capable': { kind: Kind; user: UserNamespaceId }
  'namespaces/setns-enters': { target: string; kinds: readonly Kind[] }
  'namespaces/setns-moves-children': { own: NamespaceId; children: NamespaceId }
  'namespaces/capabilities-dropped': { user: UserNamespaceId }
  'namespaces/map-written': { user: UserNamespaceId; file: IdFile; extents: readonly Extent[] }
  'namespaces/map-too-far': { user: UserNamespaceId; file: IdFile; own: UserNamespaceId }
  'namespaces/map-once': { user: UserNamespaceId; file: IdFile }
  'namespaces/map-not-capable': { user: UserNamespaceId; file: IdFile }
  'namespaces/map-malformed': { extents: readonly Extent[] }
  'namespaces/map-zero-guarded': { user: UserNamespaceId; parent: UserNamespaceId }
  'namespaces/map-not-own': { user: UserNamespaceId; parent: UserNamespaceId; file: IdFile }
  'namespaces/map-needs-deny': { user: UserNamespaceId }
  'namespaces/map-outside-unknown': { user: UserNamespaceId; file: IdFile; parent: UserNamespaceId }
  'namespaces/setgroups-written': { user: UserNamespaceId; to: 'allow' | 'deny' }
  'namespaces/setgroups-not-capable': { user: UserNamespaceId }
  'namespaces/setgroups-final': { user: UserNamespaceId }
  'namespaces/setgroups-too-late': { user: UserNamespaceId }
  'namespaces/exec-replaces': { program: string }
  'namespaces/exec-forgets-handlers': { signals: readonly Signal[]; one: boolean }
  'namespaces/exec-takes-capabilities': { user: UserNamespaceId }
  'namespaces/exec-gives-capabilities': { user: UserNamespaceId }
  'namespaces/exec-enters-time': Record<never, never>
  'namespaces/exec-stays-in-time': Record<never, never>
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

/** How reasons name a process: its program and its outermost number. */
export const nameOf = (process: Pick<Process, 'comm' | 'id'>): string => `${process.comm} ${process.id}`

export const because = <R extends Rule>(
  rule: R,
  subject: Pick<Process, 'comm' | 'id'>,
  facts: Facts[R],
): Reason => ({ rule, subject: nameOf(subject), verdict: rules[rule], facts }) as Reason

/** What the kernel does and this model does not. A case that needs one of them is no case for this model. */
export const leftOut = [
  'threads',
  'program-at-birth',
  'namespace-files',
  'stop-and-continue',
  'process-groups',
  'ignored-sigchld',
  'ptrace',
  'number-reuse',
  'pid-limits',
  'other-users',
  'single-capabilities',
  'contents',
] as const

export type LeftOut = (typeof leftOut)[number]

/** Rules that no sandbox can make fire: there the outermost process 1 is not the machine's. */
export const uncheckable = ['namespaces/host-panics'] as const satisfies readonly Rule[]

export type Uncheckable = (typeof uncheckable)[number]

/** Rules of the other Linux: a kernel shows what its own time does. */
export const foreignTo = (kernel: Kernel): readonly Rule[] => [
  kernel === '6.1' ? 'namespaces/exec-enters-time' : 'namespaces/exec-stays-in-time',
]
