/** Every word the grammar knows. A new need or header word is a line here and nothing else in the parser. */
import type { Condition, Target } from '../types.ts'

export const targets: readonly Target[] = ['host', 'vm', 'k3s']

/** What a transcript may need beyond its target; `counted` needs take a number (`agents 2`). */
export const needs: Readonly<Record<string, { counted: boolean }>> = {
  'host-root': { counted: false },
  'host-pid': { counted: false },
  'cgroup-v1': { counted: false },
  'cgroup-v2': { counted: false },
  'uid-range': { counted: false },
  tty: { counted: false },
  agents: { counted: true },
  dns: { counted: false },
  storage: { counted: false },
  metrics: { counted: false },
  docker: { counted: false },
  exclusive: { counted: false },
}

export const headerWords = ['targets', 'needs', 'timeout', 'uses', 'namespace'] as const
export type HeaderWord = (typeof headerWords)[number]

/** The longer operators first: `<=` must not be read as `<`. */
export const operators: readonly Condition['operator'][] = ['!=', '<=', '>=', '=', '<', '>']

/** What each directive takes behind its name. */
export const directives = {
  until: 'duration',
  timeout: 'duration',
  unordered: 'nothing',
  ran: 'nothing',
  'not-run': 'reason',
  hidden: 'nothing',
  when: 'condition',
} as const satisfies Record<string, 'duration' | 'nothing' | 'reason' | 'condition'>

export type DirectiveName = keyof typeof directives

/** A command's time limit where the header is silent. */
export const defaultTimeout = 10_000
