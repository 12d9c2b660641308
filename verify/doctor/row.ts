import type { Facts, System } from './facts.ts'

/**
 * - `ok`: there, and good enough.
 * - `missing`, `old`, `refused`: what it costs and how to have it are worth reading.
 * - `elsewhere`: this system cannot have it.
 */
export type State = 'ok' | 'missing' | 'old' | 'refused' | 'elsewhere'

export type Finding = { state: State; found: string }

export type Install = Partial<Record<System, string>>

export type Row = {
  name: string
  look: (facts: Facts) => Finding
  /** What cannot be done without it. */
  cost: string
  /** The line that installs it; a system without one cannot have it. */
  install: Install
}

export type Diagnosis = { name: string; cost: string; install: Install } & Finding
