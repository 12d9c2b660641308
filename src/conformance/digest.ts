import { createHash } from 'node:crypto'
import { canonicalKey } from '#kit'

/** 48 bits of what was seen: enough to tell ten thousand cases from their neighbours, small enough to keep all. */
export const digest = (seen: readonly unknown[]): string =>
  createHash('sha256').update(canonicalKey(seen)).digest('base64url').slice(0, 8)

/** The generator as its cases show it: it changes exactly when the cases do. */
export const hashCases = (cases: Iterable<unknown>): string => {
  const hash = createHash('sha256')
  for (const each of cases) hash.update(canonicalKey(each)).update('\n')
  return hash.digest('hex')
}
