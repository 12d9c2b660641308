/** What a transcript needs of its sandbox, and why it can't have it here. */
import type { Header } from '#transcript'
import { existsSync } from 'node:fs'
import { cgroupVersion } from './cgroups.ts'
import { isRoot } from './user.ts'

export type Shape = {
  /** Real root, without a user namespace. */
  hostRoot: boolean
  /** The machine's processes, without a pid namespace. */
  hostPid: boolean
  uidRange: boolean
  tty: boolean
  cgroup?: 'v1' | 'v2'
}

export function shapeOf({ needs }: Header): Shape {
  const has = (name: string) => needs.some((need) => need.name === name)
  const cgroup = has('cgroup-v2') ? 'v2' : has('cgroup-v1') ? 'v1' : undefined
  return {
    hostRoot: has('host-root'),
    hostPid: has('host-pid'),
    uidRange: has('uid-range'),
    tty: has('tty'),
    ...(cgroup ? { cgroup } : {}),
  }
}

/** Real root has every uid. */
export const mapsRange = ({ uidRange, hostRoot }: Shape): boolean => uidRange && !hostRoot

export const isDisposable = (): boolean => process.env['NODEBOOK_DISPOSABLE'] === '1'

/** The reason for the first need that is not met. */
export function unmetNeed(header: Header): string | undefined {
  for (const { name } of header.needs) {
    const reason = reasonAgainst(name)
    if (reason !== undefined) return `needs ${name}: ${reason}`
  }
  return undefined
}

function reasonAgainst(need: string): string | undefined {
  switch (need) {
    case 'host-root':
      if (!isRoot()) return 'the runner is not root'
      return isDisposable() ? undefined : 'set NODEBOOK_DISPOSABLE=1 on a machine that may be broken'
    case 'uid-range':
      return isRoot() ? undefined : 'an ordinary user has no range of uids to give'
    case 'cgroup-v1':
    case 'cgroup-v2':
      return reasonAgainstCgroup(need === 'cgroup-v1' ? 'v1' : 'v2')
    case 'docker':
      return existsSync('/var/run/docker.sock') && isRoot() && isDisposable()
        ? undefined
        : 'no Docker that a sandbox may use'
    case 'host-pid':
    case 'tty':
    case 'exclusive':
      return undefined
    default:
      return 'only a cluster has it (targets: k3s)'
  }
}

function reasonAgainstCgroup(version: 'v1' | 'v2'): string | undefined {
  const here = cgroupVersion()
  if (here !== version && here !== 'hybrid') return `this kernel's controllers are on cgroup ${here}`
  return isRoot() ? undefined : 'an ordinary user may not make cgroups here'
}
