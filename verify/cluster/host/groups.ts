/** The cgroups of a cluster: one in every hierarchy, with one below it for the holder and for each node. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { removeCgroup } from '#verify/sandbox/cgroups.ts'
import { markOf } from '../names.ts'

/** Every mount of cgroups, v1 hierarchies without a controller too: containerd wants the one named systemd. */
type Root = { at: string; version: 1 | 2; controllers: string }

function roots(mounts = readFileSync('/proc/self/mounts', 'utf8')): Root[] {
  return mounts.split('\n').flatMap((line): Root[] => {
    const [, at = '', type, options = ''] = line.split(' ')
    if (type === 'cgroup2') return [{ at, version: 2, controllers: '' }]
    return type === 'cgroup' ? [{ at, version: 1, controllers: controllersIn(options) }] : []
  })
}

const plain = new Set([
  'rw',
  'ro',
  'nosuid',
  'nodev',
  'noexec',
  'relatime',
  'xattr',
  'noprefix',
  'clone_children',
])

const controllersIn = (options: string): string =>
  options
    .split(',')
    .filter((word) => !plain.has(word) && !word.startsWith('release_agent='))
    .join(',')

/** As the node's first process mounts them again: `cpu,cpuacct memory name=systemd`. */
export const hierarchies = (): string =>
  roots()
    .filter(({ version }) => version === 1)
    .map(({ controllers }) => controllers)
    .join(' ')

/** The groups that a process joins, made if they are not there. */
export function makeGroups(cluster: string, member: string): string[] {
  return roots().map(({ at, version }) => {
    const group = join(at, markOf(cluster))
    const own = join(group, member)
    mkdirSync(own, { recursive: true })
    if (version === 2) for (const parent of [at, group]) enableAll(parent)
    else for (const each of [group, own]) copyCpuset(each)
    return own
  })
}

export const findGroups = (cluster: string): string[] =>
  roots()
    .map(({ at }) => join(at, markOf(cluster)))
    .filter((group) => existsSync(group))

/** The clusters that still have groups, with or without a folder. */
export const groupedClusters = (prefix: string): string[] => [
  ...new Set(
    roots().flatMap(({ at }) =>
      readdirSync(at)
        .filter((name) => name.startsWith(prefix))
        .map((name) => name.slice(prefix.length)),
    ),
  ),
]

/** Ends every process in them. False where something stands after all. */
export async function removeGroups(cluster: string, patience: number): Promise<boolean> {
  const removed = await Promise.all(findGroups(cluster).map((group) => removeCgroup(group, patience)))
  return removed.every(Boolean)
}

export const membersOf = (group: string): number[] =>
  readdirSync(group, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.name === 'cgroup.procs')
    .flatMap((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8').split('\n'))
    .filter(Boolean)
    .map(Number)

/** On v1 a group without CPUs and memory nodes takes no process. */
function copyCpuset(group: string): void {
  for (const file of ['cpuset.cpus', 'cpuset.mems']) {
    const own = join(group, file)
    if (existsSync(own) && readFileSync(own, 'utf8').trim() === '')
      writeFileSync(own, readFileSync(join(group, '..', file)))
  }
}

function enableAll(group: string): void {
  for (const controller of readFileSync(join(group, 'cgroup.controllers'), 'utf8')
    .split(/\s+/)
    .filter(Boolean)) {
    try {
      writeFileSync(join(group, 'cgroup.subtree_control'), `+${controller}`)
    } catch {
      // Real-time processes outside the root group keep cpu off, for one; k3s says what it misses.
    }
  }
}
