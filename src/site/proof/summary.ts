/** The figures of /proof/ and of the first page, all from the records. Pure. */
import { countCommands, sumCounts, type Counts } from '#ledger'
import type { ProofRow } from './read-transcripts.ts'

export type Summary = {
  counts: Counts
  /** Commands on targets that have no record, or a stale one. */
  awaiting: number
  stale: number
  oldest: string | undefined
  newest: string | undefined
  kernels: string[]
}

export function summarise(rows: readonly ProofRow[]): Summary {
  const proofs = rows.map(({ proof }) => proof)
  const proved = proofs.flatMap((proof) => (proof.state === 'proved' ? [proof] : []))
  const dates = proved.map(({ record }) => record.started).toSorted()
  return {
    counts: sumCounts(proved.map(({ commands }) => countCommands(commands))),
    awaiting: rows
      .filter(({ proof }) => proof.state !== 'proved')
      .reduce((sum, { commands }) => sum + commands, 0),
    stale: proofs.filter(({ state }) => state === 'stale').length,
    oldest: dates[0],
    newest: dates.at(-1),
    kernels: [...new Set(proved.map(({ record }) => record.environment.kernel))].toSorted(),
  }
}
