import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { GroupName, Microseconds } from './types.ts'

/** Ids are never reused: they run from the code through tests and conformance to what a reader sees. */
export const rules = {
  'cpu-time/idle-claims-nothing': 'effect',
  'cpu-time/alone-takes-all': 'effect',
  'cpu-time/weight-among-rivals': 'effect',
  'cpu-time/weight-split-over-cpus': 'effect',
  'cpu-time/part-of-a-part': 'effect',
  'cpu-time/thread-beside-groups': 'effect',
  'cpu-time/cpus-added-up': 'effect',
  'cpu-time/cpu-left-idle': 'effect',
  'cpu-time/one-thread-one-cpu': 'reject',
  'cpu-time/rest-to-the-others': 'effect',
  'cpu-time/moved-by-the-kernel': 'effect',
  'cpu-time/timer-starts': 'effect',
  'cpu-time/timer-stops': 'effect',
  'cpu-time/period-begins': 'effect',
  'cpu-time/unspent-lost': 'effect',
  'cpu-time/burst-used': 'effect',
  'cpu-time/quota-spent': 'reject',
  'cpu-time/held-with-outer': 'reject',
  'cpu-time/period-was-throttled': 'effect',
  'cpu-time/job-comes': 'effect',
  'cpu-time/job-done': 'accept',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

/** Shares are in CPUs: 0.5 is half of one. */
export type Facts = {
  'cpu-time/idle-claims-nothing': { weight: number }
  'cpu-time/alone-takes-all': { cpu: number | undefined; weight: number; gets: number }
  'cpu-time/weight-among-rivals': {
    cpu: number | undefined
    weight: number
    sum: number
    of: number
    gets: number
  }
  'cpu-time/weight-split-over-cpus': {
    weight: number
    parts: readonly { cpu: number; weight: number }[]
  }
  'cpu-time/part-of-a-part': { parent: GroupName; cpu: number | undefined; of: number }
  'cpu-time/thread-beside-groups': { threads: number; weight: number }
  'cpu-time/cpus-added-up': { parts: readonly { cpu: number; gets: number }[]; gets: number }
  'cpu-time/cpu-left-idle': { cpu: number }
  'cpu-time/one-thread-one-cpu': { most: number; claim: number }
  'cpu-time/rest-to-the-others': { claim: number; gets: number }
  'cpu-time/moved-by-the-kernel': { cpus: number }
  'cpu-time/timer-starts': { next: Microseconds; left: Microseconds }
  'cpu-time/timer-stops': { left: Microseconds }
  'cpu-time/period-begins': {
    max: Microseconds
    kept: Microseconds
    left: Microseconds
    period: Microseconds
  }
  'cpu-time/unspent-lost': { lost: Microseconds; burst: Microseconds }
  'cpu-time/burst-used': { over: Microseconds; bursts: number }
  'cpu-time/quota-spent': { spent: Microseconds; until: Microseconds; cpus: number }
  'cpu-time/held-with-outer': { outer: GroupName }
  'cpu-time/period-was-throttled': { throttled: number }
  /** `work` is that of one thread */
  'cpu-time/job-comes': { work: Microseconds; waiting: number; threads: number }
  'cpu-time/job-done': { took: Microseconds; work: Microseconds; threads: number }
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** What the kernel does and this model does not. */
export const leftOut = [
  'slices',
  'ticks',
  'overdraft',
  'balancing',
  'load-history',
  'tick-weights',
  'whole-units',
  'debts-forgotten',
  'nice',
  'real-time',
  'idle-groups',
  'autogroups',
  'smt',
  'outside',
  'wake-ups',
] as const

export type LeftOut = (typeof leftOut)[number]
