import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Labels, Propagation, Share } from './types.ts'

/** Ids are never reused: they run from the code through tests and conformance to what a reader sees. */
export const rules = {
  'reconcile/new-set': 'accept',
  'reconcile/grow-new': 'accept',
  'reconcile/surge-spent': 'reject',
  'reconcile/shrink-new': 'accept',
  'reconcile/drop-unready-old': 'accept',
  'reconcile/shrink-old': 'accept',
  'reconcile/keep-available': 'reject',
  'reconcile/scale-only': 'accept',
  'reconcile/scale-proportionally': 'accept',
  'reconcile/empty-old-sets': 'accept',
  'reconcile/paused': 'reject',
  'reconcile/recreate-empties-first': 'accept',
  'reconcile/recreate-waits': 'reject',
  'reconcile/adopt-set': 'effect',
  'reconcile/make-pods': 'accept',
  'reconcile/take-pods': 'accept',
  'reconcile/adopt-pod': 'effect',
  'reconcile/release-pod': 'effect',
  'reconcile/deleted-owner-rests': 'reject',
  'reconcile/owner-gone': 'effect',
  'reconcile/dependents-first': 'effect',
  'reconcile/owner-last': 'effect',
  'reconcile/orphan-dependents': 'effect',
  'reconcile/container-started': 'effect',
  'reconcile/back-off': 'effect',
  'reconcile/pod-ended': 'effect',
  'reconcile/accepted': 'accept',
  'reconcile/not-found': 'reject',
  'reconcile/already-exists': 'reject',
  'reconcile/invalid': 'reject',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

type Scaled = { from: number; to: number }

export type Facts = {
  'reconcile/new-set': { set: string; image: string; replicas: number }
  'reconcile/grow-new': Scaled & { set: string; wanted: number; surge: number; all: number }
  'reconcile/surge-spent': { set: string; wanted: number; surge: number; all: number }
  'reconcile/shrink-new': Scaled & { set: string }
  'reconcile/drop-unready-old': Scaled & { set: string; available: number }
  'reconcile/shrink-old': Scaled & { set: string; available: number; least: number }
  'reconcile/keep-available': { available: number; least: number; unready: number; all: number }
  'reconcile/scale-only': Scaled & { set: string }
  'reconcile/scale-proportionally': Scaled & { set: string; most: number; before: number }
  'reconcile/empty-old-sets': { set: string; from: number }
  'reconcile/paused': { image: string }
  'reconcile/recreate-empties-first': { set: string; from: number }
  'reconcile/recreate-waits': { pods: number }
  'reconcile/adopt-set': { set: string }
  'reconcile/make-pods': { has: number; wants: number }
  'reconcile/take-pods': { has: number; wants: number; unready: number }
  'reconcile/adopt-pod': { pod: number; labels: Labels }
  'reconcile/release-pod': { pod: number; labels: Labels }
  'reconcile/deleted-owner-rests': { has: number; wants: number }
  'reconcile/owner-gone': { kind: 'ReplicaSet' | 'Pod' }
  'reconcile/dependents-first': { left: number }
  'reconcile/owner-last': Record<never, never>
  'reconcile/orphan-dependents': { dependents: number }
  'reconcile/container-started': { pod: number }
  'reconcile/back-off': { pod: number; restarts: number; seconds: number }
  'reconcile/pod-ended': { pod: number }
  'reconcile/accepted': { what: 'object' | 'deletion'; propagation?: Propagation }
  'reconcile/not-found': { name: string }
  'reconcile/already-exists': { name: string }
  'reconcile/invalid':
    | { what: 'replicas'; replicas: number }
    | { what: 'surge-and-unavailable'; maxSurge: Share; maxUnavailable: Share }
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** What the controllers do and this model does not. */
export const leftOut = [
  'stale-caches',
  'min-ready-seconds',
  'progress-deadline',
  'revision-history',
  'rollback',
  'pod-deletion-cost',
  'nodes',
  'quota',
  'terminating-replicas',
  'collisions',
] as const

export type LeftOut = (typeof leftOut)[number]

/** What conformance does not ask a cluster about: its harness plays the kubelet. */
export const played = [
  'reconcile/container-started',
  'reconcile/back-off',
  'reconcile/pod-ended',
] as const satisfies readonly Rule[]

export type Played = (typeof played)[number]
