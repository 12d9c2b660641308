/** What was recorded before tonight. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { readRecord, type ProofRecord } from '#ledger'
import { projectRoot } from '#verify/program/index.ts'
import type { RecordState } from './shapes.ts'

export type Past = {
  /** Of `chapter/name on target`, against the transcript as it stands: whether it holds without a machine. */
  stateOf(id: string, target: string): RecordState | undefined
  recordOf(file: string, target: string): ProofRecord | undefined
}

export const pastWith = (states: ReadonlyMap<string, RecordState>): Past => ({
  stateOf: (id, target) => states.get(`${id} on ${target}`),
  recordOf(file, target) {
    const name = `${basename(file, '.transcript')}.${target}.json`
    const path = join(dirname(resolve(projectRoot, file)), 'records', name)
    if (!existsSync(path)) return undefined
    const read = readRecord(readFileSync(path, 'utf8'), path)
    return read.ok ? read.record : undefined
  },
})
