/** The two hashes of a record: what decided the run, and what its output was held against. */
import { createHash } from 'node:crypto'
import { canonicalExpectations, canonicalInputs, type Transcript } from '#transcript'

/** The files of `uses:`, by name. */
export type UsedFiles = ReadonlyMap<string, string | Uint8Array>

export function hashInputs(transcript: Transcript, files: UsedFiles = new Map()): string {
  const hash = createHash('sha256').update(canonicalInputs(transcript))
  for (const name of transcript.header.uses.toSorted())
    hash
      .update(`\0${name}\0`)
      .update(files.get(name) ?? '')
      .update('\0')
  return hash.digest('hex')
}

export const hashExpectations = (transcript: Transcript): string =>
  createHash('sha256').update(canonicalExpectations(transcript)).digest('hex')
