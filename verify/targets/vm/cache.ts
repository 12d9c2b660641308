/** Where the vm's kernel is kept: outside the project, so that a fresh clone need not fetch it again. */
import { homedir } from 'node:os'
import { join } from 'node:path'

type Variables = Readonly<Record<string, string | undefined>>

export function cacheFolder(env: Variables = process.env): string {
  const named = env['NODEBOOK_CACHE']
  const cache = named || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'nodebook')
  return join(cache, 'vm')
}
