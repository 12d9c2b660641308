import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder as folderNamed } from '#verify/program/index.ts'

/** Where the vm's kernel is kept. */
export const cacheFolder = (env?: Readonly<Record<string, string | undefined>>): string =>
  folderNamed('vm', env)

/** An empty folder: each machine's tree is mounted on it, where nobody else sees that. */
export function viewFolder(): string {
  const folder = join(cacheFolder(), 'view')
  mkdirSync(folder, { recursive: true })
  return folder
}
