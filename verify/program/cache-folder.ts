/** What a fresh clone need not fetch again is kept outside the project: kernels, releases. */
import { homedir } from 'node:os'
import { join } from 'node:path'

type Variables = Readonly<Record<string, string | undefined>>

export function cacheFolder(name: 'vm' | 'k3s', env: Variables = process.env): string {
  const named = env['NODEBOOK_CACHE']
  return join(named || join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'nodebook'), name)
}
