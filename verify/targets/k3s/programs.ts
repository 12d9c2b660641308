/** A folder with nothing but kubectl, the one that the cluster's own k3s carries, where a sandbox's user may come. */
import { chmodSync, copyFileSync, linkSync, mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Note } from '#verify/cluster/note.ts'

export function layOutKubectl({ programs }: Note, run: string): string {
  if (programs === undefined) throw new Error('k3s: the cluster was never ready.')
  const folder = join(run, 'programs')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  // By its name the one program there is knows which of many it is, so a link that leads elsewhere will not do.
  putThere(realpathSync(join(programs, 'kubectl')), join(folder, 'kubectl'))
  return folder
}

function putThere(from: string, to: string): void {
  try {
    linkSync(from, to)
  } catch (error) {
    // Another file system: the temporary folder may be in memory.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    copyFileSync(from, to)
  }
}
