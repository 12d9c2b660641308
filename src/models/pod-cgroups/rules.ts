import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'

/** Ids are never reused: they run from the code through tests to what a reader sees. */
export const rules = {
  'pod-cgroups/guaranteed': 'accept',
  'pod-cgroups/burstable': 'accept',
  'pod-cgroups/best-effort': 'accept',
  'pod-cgroups/containers-sum': 'accept',
  'pod-cgroups/init-peak': 'effect',
  'pod-cgroups/overhead': 'effect',
  'pod-cgroups/request-from-limit': 'effect',
  'pod-cgroups/neighbours': 'effect',
  'pod-cgroups/shares': 'accept',
  'pod-cgroups/shares-least': 'effect',
  'pod-cgroups/shares-most': 'effect',
  'pod-cgroups/weight-linear': 'accept',
  'pod-cgroups/weight-logarithmic': 'accept',
  'pod-cgroups/quota': 'accept',
  'pod-cgroups/quota-least': 'effect',
  'pod-cgroups/memory': 'accept',
  'pod-cgroups/whole-pages': 'effect',
  'pod-cgroups/no-limit': 'accept',
  'pod-cgroups/limit-missing': 'reject',
  'pod-cgroups/allocatable': 'accept',
  'pod-cgroups/not-written': 'accept',
  'pod-cgroups/pids': 'accept',
  'pod-cgroups/dies-together': 'accept',
  'pod-cgroups/adj-critical': 'accept',
  'pod-cgroups/adj-guaranteed': 'accept',
  'pod-cgroups/adj-best-effort': 'accept',
  'pod-cgroups/adj-by-request': 'accept',
  'pod-cgroups/adj-sidecar': 'effect',
  'pod-cgroups/adj-within': 'effect',
  'pod-cgroups/pause': 'accept',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

export type Resource = 'cpu' | 'memory'

type Part = { readonly name: string; readonly amount: number }

/** CPU in thousandths, memory in bytes. */
export type Facts = {
  'pod-cgroups/guaranteed': Record<never, never>
  'pod-cgroups/burstable': Record<never, never>
  'pod-cgroups/best-effort': Record<never, never>
  'pod-cgroups/containers-sum': { resource: Resource; parts: readonly Part[]; total: number }
  'pod-cgroups/init-peak': { resource: Resource; container: string; amount: number; together: number }
  'pod-cgroups/overhead': { resource: Resource; amount: number; total: number }
  'pod-cgroups/request-from-limit': { resource: Resource; amount: number }
  'pod-cgroups/neighbours': { own: number; others: number }
  'pod-cgroups/shares': { milli: number; shares: number }
  'pod-cgroups/shares-least': { milli: number }
  'pod-cgroups/shares-most': { milli: number }
  'pod-cgroups/weight-linear': { shares: number; weight: number; by: 'kubelet' | 'runtime' }
  'pod-cgroups/weight-logarithmic': { shares: number; weight: number }
  'pod-cgroups/quota': { milli: number; quota: number }
  'pod-cgroups/quota-least': { milli: number }
  'pod-cgroups/memory': { bytes: number }
  'pod-cgroups/whole-pages': { bytes: number; read: number }
  'pod-cgroups/no-limit': { resource: Resource }
  'pod-cgroups/limit-missing': { resource: Resource; container: string }
  'pod-cgroups/allocatable': { resource: Resource; capacity: number; reserved: number }
  'pod-cgroups/not-written': Record<never, never>
  'pod-cgroups/pids': { pids: number; of: 'node' | 'pod' }
  'pod-cgroups/dies-together': Record<never, never>
  'pod-cgroups/adj-critical': Record<never, never>
  'pod-cgroups/adj-guaranteed': Record<never, never>
  'pod-cgroups/adj-best-effort': Record<never, never>
  'pod-cgroups/adj-by-request': { bytes: number; capacity: number; adj: number }
  'pod-cgroups/adj-sidecar': { bytes: number; adj: number }
  'pod-cgroups/adj-within': { adj: number; kept: number }
  'pod-cgroups/pause': Record<never, never>
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** What the kubelet or a runtime may also do, and this model does not. */
export const leftOut = [
  'memory-qos',
  'pod-level-resources',
  'resize',
  'cpu-manager',
  'swap',
  'hugepages',
  'qos-reserved',
  'systemd-names',
  'kubelet-flags',
  'device-claims',
] as const

export type LeftOut = (typeof leftOut)[number]
