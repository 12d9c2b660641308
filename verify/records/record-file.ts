/** Where records stand, and reading and writing them. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { readRecord, type ProofRecord, type ReadRecord } from '#ledger'
import type { Target as TargetName } from '#transcript'
import type { Loaded } from '#verify/replay/index.ts'

/** Beside the transcript: `records/<transcript>.<target>.json`. */
export const recordFile = ({ id, folder }: Loaded, target: TargetName): string =>
  join(folder, 'records', `${basename(id)}.${target}.json`)

/** Undefined where there is none. */
export function loadRecord(file: string): ReadRecord | undefined {
  let source: string
  try {
    source = readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
  return readRecord(source, file)
}

/** Keys stand in the order of the schema, so that two records of the same run are the same file. */
export const spellRecord = (record: ProofRecord): string => `${JSON.stringify(record, null, 2)}\n`

/** The whole file or none of it: what was there before stays until the new one is complete. */
export function writeWhole(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}`)
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, file)
  } catch (error) {
    if (existsSync(temporary)) rmSync(temporary)
    const { code, message } = error as NodeJS.ErrnoException
    const why = code === 'ENOSPC' ? 'the disk is full' : message
    throw new Error(`${file} was not written: ${why}. Nothing of it was kept.`)
  }
}
