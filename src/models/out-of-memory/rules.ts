import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Pages } from './types.ts'

/** Ids are never reused: they run from the code through tests and conformance to what a reader sees. */
export const rules = {
  'out-of-memory/charged': 'accept',
  'out-of-memory/over-high': 'effect',
  'out-of-memory/limit-met': 'reject',
  'out-of-memory/reclaimed': 'effect',
  'out-of-memory/chosen': 'effect',
  'out-of-memory/weighted': 'effect',
  'out-of-memory/exempt': 'effect',
  'out-of-memory/outsider-spared': 'effect',
  'out-of-memory/all-die': 'effect',
  'out-of-memory/all-but-exempt': 'effect',
  'out-of-memory/nobody-left': 'reject',
  'out-of-memory/counted-upward': 'effect',
  'out-of-memory/counted-here': 'effect',
  'out-of-memory/file-read': 'accept',
  'out-of-memory/moved': 'accept',
  'out-of-memory/limit-set': 'accept',
  'out-of-memory/limit-kills': 'effect',
  'out-of-memory/limit-refused': 'reject',
  'out-of-memory/adjusted': 'accept',
  'out-of-memory/adjust-refused': 'reject',
  'out-of-memory/together-set': 'accept',
  'out-of-memory/no-such-file': 'reject',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

/** How one of them was weighed; undefined: exempt. */
export type Rival = {
  readonly name: string
  readonly rss: Pages
  readonly adj: number
  readonly score: number | undefined
}

export type Facts = {
  'out-of-memory/charged': { pages: Pages; groups: readonly string[] }
  'out-of-memory/over-high': { group: string; usage: Pages; high: Pages }
  'out-of-memory/limit-met': { group: string; max: Pages; missing: Pages }
  'out-of-memory/reclaimed': { group: string; pages: Pages }
  'out-of-memory/chosen': {
    score: number
    rss: Pages
    adj: number
    limit: Pages
    /** the score of the next one; undefined: there is no other */
    next: number | undefined
    rivals: readonly Rival[]
  }
  'out-of-memory/weighted': { largest: string; rss: Pages; adj: number; score: number }
  'out-of-memory/exempt': { rss: Pages }
  'out-of-memory/outsider-spared': { group: string; rss: Pages }
  'out-of-memory/all-die': { group: string; others: readonly string[] }
  'out-of-memory/all-but-exempt': { group: string }
  'out-of-memory/nobody-left': { group: string }
  'out-of-memory/counted-upward': { groups: readonly string[] }
  'out-of-memory/counted-here': { group: string; met: string }
  'out-of-memory/file-read': { pages: Pages; group: string }
  'out-of-memory/moved': { from: string; to: string; stays: Pages }
  'out-of-memory/limit-set': { group: string; max: Pages; usage: Pages }
  'out-of-memory/limit-kills': { group: string; max: Pages; usage: Pages }
  'out-of-memory/limit-refused': { group: string; max: Pages; usage: Pages }
  'out-of-memory/adjusted': { adj: number }
  'out-of-memory/adjust-refused': { adj: number; least: number }
  'out-of-memory/together-set': { group: string; on: boolean }
  'out-of-memory/no-such-file': { group: string }
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** What the kernel does and this model does not. */
export const leftOut = [
  'swap',
  'reclaim-order',
  'protection',
  'kernel-memory',
  'shared-pages',
  'huge-pages',
  'soft-limits',
  'oom-control',
  'whole-machine',
  'pressure',
  'second-victim',
  'counted-twice',
] as const

export type LeftOut = (typeof leftOut)[number]

/** Rules that a target of conformance cannot make fire. */
export const uncheckable = [
  'out-of-memory/reclaimed',
  'out-of-memory/file-read',
] as const satisfies readonly Rule[]

export type Uncheckable = (typeof uncheckable)[number]
