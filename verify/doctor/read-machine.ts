/** Reads what the kernel and the distribution say about themselves. */
import type { Facts, System } from './facts.ts'

/** /etc/os-release: ID first, then what it is like. */
export function readSystem(osRelease: string): System | undefined {
  const valueOf = (key: string) =>
    new RegExp(`^${key}=["']?([^"'\n]*)`, 'm').exec(osRelease)?.[1]?.split(' ') ?? []
  const families: Record<string, System> = {
    debian: 'debian',
    ubuntu: 'debian',
    fedora: 'fedora',
    rhel: 'fedora',
    arch: 'arch',
  }
  return [...valueOf('ID'), ...valueOf('ID_LIKE')]
    .map((id) => families[id])
    .find((found) => found !== undefined)
}

/** /proc/self/mountinfo: both versions at once are `hybrid`, the usual shape of v1 with systemd. */
export function readCgroup(mountInfo: string): Facts['cgroup'] {
  const types = new Set(mountInfo.split('\n').map((line) => / - (\S+) /.exec(line)?.[1]))
  if (types.has('cgroup') && types.has('cgroup2')) return 'hybrid'
  if (types.has('cgroup2')) return 'v2'
  return types.has('cgroup') ? 'v1' : undefined
}
