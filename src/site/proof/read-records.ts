import { readRecord, type ProofRecord } from '#ledger'

const files = import.meta.glob<string>('/content/*/records/*.json', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Every record of the book. One that cannot be read stops the build: a page never guesses at proof. */
export const records: readonly ProofRecord[] = Object.entries(files).map(([path, source]) => {
  const read = readRecord(source, path.slice(1))
  if (!read.ok) throw new Error(read.faults.join('\n'))
  return read.record
})
