import type { ReasonOf, Trace as TraceOf, Verdict } from '#kit'
import type { Event, Version } from './types.ts'

/** Ids are never reused: they run from the code through tests to what a reader sees. */
export const rules = {
  'list-watch/written': 'accept',
  'list-watch/elsewhere': 'effect',
  'list-watch/unchanged': 'effect',
  'list-watch/exists': 'reject',
  'list-watch/not-found': 'reject',
  'list-watch/conflict': 'reject',
  'list-watch/listed': 'accept',
  'list-watch/watched': 'accept',
  'list-watch/caught-up': 'effect',
  'list-watch/expired': 'reject',
  'list-watch/heard': 'effect',
  'list-watch/entered': 'effect',
  'list-watch/left': 'effect',
  'list-watch/unheard': 'effect',
  'list-watch/bookmarked': 'effect',
  'list-watch/cut': 'effect',
  'list-watch/forgotten': 'effect',
  'list-watch/idle': 'effect',
} as const satisfies Record<string, Verdict>

export type Rule = keyof typeof rules

export type Facts = {
  'list-watch/written': { version: Version; before: Version | undefined }
  'list-watch/elsewhere': { version: Version }
  'list-watch/unchanged': { version: Version }
  'list-watch/exists': { version: Version }
  'list-watch/not-found': Record<never, never>
  'list-watch/conflict': { based: Version; version: Version }
  'list-watch/listed': { count: number; version: Version; dropped: readonly string[] }
  'list-watch/watched': { from: Version }
  'list-watch/caught-up': { missed: number }
  'list-watch/expired': { from: Version; forgotten: Version }
  'list-watch/heard': { event: Event }
  'list-watch/entered': { event: Event }
  'list-watch/left': { event: Event }
  'list-watch/unheard': Record<never, never>
  'list-watch/bookmarked': { from: Version; to: Version }
  'list-watch/cut': { lost: number }
  'list-watch/forgotten': { upTo: Version }
  'list-watch/idle': Record<never, never>
}

export type Reason = ReasonOf<Facts>
export type Trace = TraceOf<Facts>

export const because = <R extends Rule>(rule: R, subject: string, facts: Facts[R]): Reason =>
  ({ rule, subject, verdict: rules[rule], facts }) as Reason

/** No server lets itself be told when to send a bookmark: about once a minute, it says. */
export const uncheckable = ['list-watch/bookmarked'] as const satisfies readonly Rule[]

export type Uncheckable = (typeof uncheckable)[number]

export const leftOut = [
  'pages',
  'streamed-list',
  'consistency',
  'many-clients',
  'work-queue',
  'finalizers',
  'patches',
  'time',
] as const

export type LeftOut = (typeof leftOut)[number]
