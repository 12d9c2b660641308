import type { Facts } from './facts.ts'
import type { Diagnosis } from './row.ts'
import { rows } from './rows.ts'

export const diagnose = (facts: Facts): Diagnosis[] =>
  rows.map(({ name, look, cost, install }) => ({ name, cost, install, ...look(facts) }))

/** Only Node itself is worth failing for: everything else is a skip somewhere. */
export const isUsable = (diagnoses: readonly Diagnosis[]): boolean =>
  diagnoses.every(({ name, state }) => !name.startsWith('Node') || state !== 'old')
