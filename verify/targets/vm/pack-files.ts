/** Supplied files as they travel: what is known of each, and all their bytes one after the other. */
import type { SuppliedFile } from '../types.ts'
import type { FileHead } from './questions.ts'

export const packFiles = (files: readonly SuppliedFile[]): { heads: FileHead[]; contents: Uint8Array } => ({
  heads: files.map(({ path, mode, content }) => ({ path, mode, size: content.length })),
  contents: Buffer.concat(files.map(({ content }) => content)),
})

export function unpackFiles(heads: readonly FileHead[], contents: Uint8Array): SuppliedFile[] {
  let start = 0
  return heads.map(({ path, mode, size }) => {
    start += size
    return { path, mode, content: contents.subarray(start - size, start) }
  })
}
