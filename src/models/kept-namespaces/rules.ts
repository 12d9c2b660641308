import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Kind } from '#models/namespaces'
import type { Holder, Name } from './types.ts'

/** Ids are never reused: they run from the code through tests to what a reader sees. */
export const rules = {
  'kept/made': 'effect',
  'kept/joins': 'effect',
  'kept/file-opened': 'accept',
  'kept/file-closed': 'accept',
  'kept/file-mounted': 'accept',
  'kept/file-unmounted': 'accept',
  'kept/mounts-copied': 'effect',
  'kept/entered': 'accept',
  'kept/waits': 'effect',
  'kept/ends': 'effect',
  'kept/goes-on': 'effect',
  'kept/empty-pid': 'effect',
  'kept/nothing-changes': 'effect',
  'kept/no-such-file': 'reject',
  'kept/no-such-process': 'reject',
  'kept/dead-has-none': 'reject',
  'kept/may-not-look': 'reject',
  'kept/may-not-mount': 'reject',
  'kept/mount-loops': 'reject',
  'kept/mount-locked': 'reject',
  'kept/may-not-enter': 'reject',
  'kept/same-user': 'reject',
  'kept/not-further-in': 'reject',
  'kept/refused': 'reject',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

export type Facts = {
  'kept/made': { names: readonly Name[] }
  'kept/joins': { names: readonly Name[] }
  'kept/file-opened': { of: Name; fd: number }
  'kept/file-closed': { of: Name; fd: number }
  'kept/file-mounted': { of: Name; at: number }
  'kept/file-unmounted': { of: Name; at: number }
  'kept/mounts-copied': { count: number; into: Name }
  'kept/entered': { of: Name; at: number }
  'kept/waits': { names: readonly Name[] }
  'kept/ends': { name: Name }
  'kept/goes-on': { name: Name; holders: readonly Holder[] }
  'kept/empty-pid': { name: Name }
  'kept/nothing-changes': Record<never, never>
  'kept/no-such-file': Record<never, never>
  'kept/no-such-process': { pid: number }
  'kept/dead-has-none': { kind: Kind }
  'kept/may-not-look': { kind: Kind }
  'kept/may-not-mount': { owner: Name }
  'kept/mount-loops': { of: Name }
  'kept/mount-locked': { at: number }
  'kept/may-not-enter': { of: Name; owner: Name }
  'kept/same-user': { of: Name }
  'kept/not-further-in': { of: Name }
  'kept/refused': Record<never, never>
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** What also keeps namespaces alive, or shares them out, and is not in this model. */
export const leftOut = [
  'mounted-file-systems',
  'passed-descriptors',
  'for-children-files',
  'sockets',
  'propagation',
  'processors',
  'exec',
  'process-rules',
] as const

export type LeftOut = (typeof leftOut)[number]
