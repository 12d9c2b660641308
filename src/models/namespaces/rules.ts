import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { End, NamespaceId, Process, Signal } from './types.ts'

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
  'setns',
  'subreapers',
  'stop-and-continue',
  'process-groups',
  'ignored-sigchld',
  'ptrace',
  'number-reuse',
  'pid-limits',
  'permissions',
  'other-namespaces',
] as const

export type LeftOut = (typeof leftOut)[number]
