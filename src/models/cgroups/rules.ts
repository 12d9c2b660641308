import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Controller, LeftOut, Limit, Place, ProcessId, User, Version } from './types.ts'

/** Ids are never reused: they run from the code through tests and conformance to what a reader sees. */
export const rules = {
  'cgroups/made': 'accept',
  'cgroups/exists': 'reject',
  'cgroups/no-group': 'reject',
  'cgroups/no-file': 'reject',
  'cgroups/not-owner': 'reject',
  'cgroups/read-only': 'reject',
  'cgroups/write-only': 'reject',
  'cgroups/depth-limit': 'reject',
  'cgroups/descendants-limit': 'reject',
  'cgroups/removed': 'accept',
  'cgroups/remove-populated': 'reject',
  'cgroups/remove-children': 'reject',
  'cgroups/delegated': 'accept',
  'cgroups/enabled': 'accept',
  'cgroups/disabled': 'accept',
  'cgroups/control-unchanged': 'accept',
  'cgroups/control-malformed': 'reject',
  'cgroups/control-not-offered': 'reject',
  'cgroups/control-used-below': 'reject',
  'cgroups/control-internal-processes': 'reject',
  'cgroups/control-beside-processes': 'effect',
  'cgroups/control-in-threads': 'reject',
  'cgroups/control-invalid-domain': 'reject',
  'cgroups/threaded': 'accept',
  'cgroups/threaded-already': 'accept',
  'cgroups/type-malformed': 'reject',
  'cgroups/threaded-occupied': 'reject',
  'cgroups/threaded-domain': 'reject',
  'cgroups/procs-of-threads': 'reject',
  'cgroups/moved': 'accept',
  'cgroups/move-malformed': 'reject',
  'cgroups/move-nobody': 'reject',
  'cgroups/move-common-ancestor': 'reject',
  'cgroups/move-internal-process': 'reject',
  'cgroups/move-invalid-domain': 'reject',
  'cgroups/move-other-domain': 'reject',
  'cgroups/move-not-yours': 'reject',
  'cgroups/move-without-cpus': 'reject',
  'cgroups/written': 'accept',
  'cgroups/malformed': 'reject',
  'cgroups/out-of-range': 'reject',
  'cgroups/rounded-to-pages': 'effect',
  'cgroups/shares-clamped': 'effect',
  'cgroups/idle-has-no-weight': 'reject',
  'cgroups/idle-resets-weight': 'effect',
  'cgroups/quota-too-small': 'reject',
  'cgroups/period-out-of-range': 'reject',
  'cgroups/burst-above-quota': 'reject',
  'cgroups/quota-above-parent': 'reject',
  'cgroups/quota-below-child': 'reject',
  'cgroups/cpus-not-there': 'reject',
  'cgroups/cpus-needed': 'reject',
  'cgroups/cpus-from-above': 'effect',
  'cgroups/cpus-cut': 'effect',
  'cgroups/cpus-beyond-parent': 'reject',
  'cgroups/cpus-used-below': 'reject',
  'cgroups/limit-above': 'effect',
  'cgroups/frozen': 'accept',
  'cgroups/thawed': 'accept',
  'cgroups/frozen-above': 'effect',
  'cgroups/born-frozen': 'effect',
  'cgroups/killed': 'accept',
  'cgroups/kill-threads': 'reject',
  'cgroups/forked': 'accept',
  'cgroups/fork-refused': 'reject',
  'cgroups/pids-exceeded': 'effect',
  'cgroups/exited': 'accept',
  'cgroups/emptied': 'effect',
  'cgroups/read': 'accept',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

type Nothing = Record<never, never>
type Word = { text: string }

export type Facts = {
  'cgroups/made': { offers: readonly Controller[] }
  'cgroups/exists': Nothing
  'cgroups/no-group': { missing: Place }
  'cgroups/no-file': { file: string; controller: Controller | undefined; reading: boolean }
  'cgroups/not-owner': { file: string; owner: User }
  'cgroups/read-only': { file: string }
  'cgroups/write-only': { file: string }
  'cgroups/depth-limit': { at: Place; limit: Limit }
  'cgroups/descendants-limit': { at: Place; limit: Limit }
  'cgroups/removed': Nothing
  'cgroups/remove-populated': { processes: number }
  'cgroups/remove-children': { children: number }
  'cgroups/delegated': { to: User }
  'cgroups/enabled': { controllers: readonly Controller[]; children: number }
  'cgroups/disabled': { controllers: readonly Controller[]; children: number }
  'cgroups/control-unchanged': Nothing
  'cgroups/control-malformed': Word
  'cgroups/control-not-offered': { controller: Controller }
  'cgroups/control-used-below': { controller: Controller; child: Place }
  'cgroups/control-internal-processes': { controllers: readonly Controller[]; processes: number }
  'cgroups/control-beside-processes': { controllers: readonly Controller[] }
  'cgroups/control-in-threads': { controllers: readonly Controller[] }
  'cgroups/control-invalid-domain': Nothing
  'cgroups/threaded': { domain: Place }
  'cgroups/threaded-already': Nothing
  'cgroups/type-malformed': Word
  'cgroups/threaded-occupied': { populated: boolean }
  'cgroups/threaded-domain': { domain: Place }
  'cgroups/procs-of-threads': Nothing
  'cgroups/moved': { process: ProcessId; from: Place | undefined }
  'cgroups/move-malformed': Word
  'cgroups/move-nobody': Word
  'cgroups/move-common-ancestor': { process: ProcessId; from: Place | undefined; ancestor: Place | undefined }
  'cgroups/move-internal-process': { controllers: readonly Controller[] }
  'cgroups/move-invalid-domain': Nothing
  'cgroups/move-other-domain': { process: ProcessId; from: Place | undefined }
  'cgroups/move-not-yours': { process: ProcessId; owner: User }
  'cgroups/move-without-cpus': Nothing
  'cgroups/written': { file: string; value: string }
  'cgroups/malformed': { file: string; text: string }
  'cgroups/out-of-range': { file: string; text: string; from: number; to: number }
  'cgroups/rounded-to-pages': { text: string; value: string }
  'cgroups/shares-clamped': { text: string; value: string }
  'cgroups/idle-has-no-weight': Nothing
  'cgroups/idle-resets-weight': { weight: string }
  'cgroups/quota-too-small': { quota: number }
  'cgroups/period-out-of-range': { period: number }
  'cgroups/burst-above-quota': { burst: number; quota: Limit }
  'cgroups/quota-above-parent': { parent: Place; own: string; theirs: string }
  'cgroups/quota-below-child': { child: Place; own: string; theirs: string }
  'cgroups/cpus-not-there': { text: string; last: number }
  'cgroups/cpus-needed': { file: string }
  'cgroups/cpus-from-above': { value: string }
  'cgroups/cpus-cut': { asked: string; value: string }
  'cgroups/cpus-beyond-parent': { asked: string; parent: string }
  'cgroups/cpus-used-below': { child: Place; theirs: string }
  'cgroups/limit-above': { file: string; at: Place; value: string }
  'cgroups/frozen': { processes: number }
  'cgroups/thawed': { processes: number }
  'cgroups/frozen-above': { at: Place }
  'cgroups/born-frozen': Nothing
  'cgroups/killed': { processes: readonly ProcessId[] }
  'cgroups/kill-threads': Nothing
  'cgroups/forked': { child: ProcessId }
  'cgroups/fork-refused': { at: Place; limit: Limit; current: number }
  'cgroups/pids-exceeded': { at: Place; limit: Limit; current: number }
  'cgroups/exited': Nothing
  'cgroups/emptied': Nothing
  'cgroups/read': { file: string }
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

/** `subject`: the group it is about, or the process by its number. */
export const because = <R extends Rule>(rule: R, subject: Place | ProcessId, facts: Facts[R]): Reason =>
  ({ rule, subject: String(subject), verdict: rules[rule], facts }) as Reason

const onV1: readonly Rule[] = [
  'cgroups/move-not-yours',
  'cgroups/move-without-cpus',
  'cgroups/shares-clamped',
  'cgroups/quota-above-parent',
  'cgroups/quota-below-child',
  'cgroups/cpus-beyond-parent',
  'cgroups/cpus-used-below',
]

const onV2: readonly Rule[] = [
  'cgroups/write-only',
  'cgroups/depth-limit',
  'cgroups/descendants-limit',
  'cgroups/enabled',
  'cgroups/disabled',
  'cgroups/control-unchanged',
  'cgroups/control-malformed',
  'cgroups/control-not-offered',
  'cgroups/control-used-below',
  'cgroups/control-internal-processes',
  'cgroups/control-beside-processes',
  'cgroups/control-in-threads',
  'cgroups/control-invalid-domain',
  'cgroups/threaded',
  'cgroups/threaded-already',
  'cgroups/type-malformed',
  'cgroups/threaded-occupied',
  'cgroups/threaded-domain',
  'cgroups/procs-of-threads',
  'cgroups/move-common-ancestor',
  'cgroups/move-internal-process',
  'cgroups/move-invalid-domain',
  'cgroups/move-other-domain',
  'cgroups/cpus-from-above',
  'cgroups/cpus-cut',
  'cgroups/killed',
  'cgroups/kill-threads',
]

/** Rules that the other generation has alone. */
export const foreignTo = (version: Version): readonly Rule[] => (version === 'v1' ? onV2 : onV1)

/** What the kernel does and this model does not. A case that needs one of them is no case for this model. */
export const leftOut: readonly LeftOut[] = [
  ...(['threads', 'root-group', 'self', 'fork-into', 'zombies', 'namespaces'] as const),
  ...(['partitions', 'memory-in-use', 'huge-numbers', 'io', 'pressure', 'other-controllers'] as const),
  ...(['release-agent', 'remount', 'hotplug', 'dying-groups'] as const),
]
