/** What a stage found. Every check is passed, failed or skipped; a skip says why, and what would have made it run. */

/** What a machine may lack, and `NODEBOOK_REQUIRE` may insist on. */
export const needs = ['host', 'vm', 'k3s', 'chromium'] as const
export type Need = (typeof needs)[number]

export type Failure = { what: string; message: string }

export type Skip = { what: string; why: string; count: number; need?: Need }

export type Outcome = { passed: number; failures: Failure[]; skips: Skip[] }

export const passed = (count: number): Outcome => ({ passed: count, failures: [], skips: [] })

export const failed = (what: string, message: string): Outcome => ({
  passed: 0,
  failures: [{ what, message }],
  skips: [],
})

export const skipped = (what: string, why: string, need?: Need): Outcome => ({
  passed: 0,
  failures: [],
  skips: [{ what, why, count: 1, ...(need === undefined ? {} : { need }) }],
})

export const join = (outcomes: readonly Outcome[]): Outcome => ({
  passed: outcomes.reduce((sum, { passed }) => sum + passed, 0),
  failures: outcomes.flatMap(({ failures }) => failures),
  skips: outcomes.flatMap(({ skips }) => skips),
})

export const countSkips = (skips: readonly Skip[]): number => skips.reduce((sum, { count }) => sum + count, 0)
