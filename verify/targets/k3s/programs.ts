/** A folder with nothing but kubectl, where a sandbox's user may come. */
import { chmodSync, copyFileSync, linkSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

export function layOutKubectl(program: string, run: string): string {
  const folder = join(run, 'programs')
  mkdirSync(folder)
  chmodSync(folder, 0o755)
  // By its name the one program there is knows which of many it is, so a link that leads elsewhere will not do.
  putThere(program, join(folder, 'kubectl'))
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
