/** What a path means on the disk: a file, a folder's index.html, or nothing. Nothing outside `root`, links included. */
import { realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'

export type Found = { kind: 'file'; file: string; size: number } | { kind: 'folder' } | { kind: 'nothing' }

export async function findFile(root: string, path: readonly string[]): Promise<Found> {
  const folder = path.at(-1) === ''
  const real = await realpath(join(root, ...path, folder ? 'index.html' : '')).catch(() => undefined)
  if (real === undefined || !`${real}${sep}`.startsWith(`${await realpath(root)}${sep}`)) {
    return { kind: 'nothing' }
  }
  const status = await stat(real)
  if (status.isFile()) return { kind: 'file', file: real, size: status.size }
  return status.isDirectory() && !folder ? { kind: 'folder' } : { kind: 'nothing' }
}
