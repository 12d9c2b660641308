/** Loop devices over files of a sandbox: the one thing that host root can leave which no namespace holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { $ } from '#verify/shell/index.ts'

export function findLoops(folder: string): string[] {
  if (!existsSync('/sys/block')) return []
  return readdirSync('/sys/block')
    .filter((name) => name.startsWith('loop'))
    .filter((name) => backingFile(name).startsWith(`${folder}/`))
    .map((name) => `/dev/${name}`)
}

function backingFile(name: string): string {
  const file = `/sys/block/${name}/loop/backing_file`
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

export async function removeLoop(device: string): Promise<void> {
  try {
    await $`losetup --detach ${device}`
  } catch {
    // Busy until what is mounted on it goes with its namespace; the next sweep tries again.
  }
}
