/**
 * What host root could leave on the machine itself, by name. A sandbox without host root can leave none of it, so it
 * is not looked for there: on a busy machine others come and go. Left out: cgroups that runs and clusters of this book
 * have made, for each of these looks after its own.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readHierarchies } from '#verify/sandbox/index.ts'

export type Thing = { kind: string; name: string }

export function lookAround(): Thing[] {
  const of = (kind: string, names: string[]): Thing[] => names.map((name) => ({ kind, name }))
  return [
    ...of('link', list('/sys/class/net')),
    ...of('network namespace', list('/run/netns')),
    ...of('mount', mounts()),
    ...of(
      'loop device',
      list('/sys/block').filter((name) => list(`/sys/block/${name}/loop`).length > 0),
    ),
    ...of('cgroup', cgroups()),
  ]
}

export function newSince(before: readonly Thing[], after: readonly Thing[]): Thing[] {
  const known = new Set(before.map(({ kind, name }) => `${kind} ${name}`))
  return after.filter(({ kind, name }) => !known.has(`${kind} ${name}`))
}

const mounts = (): string[] =>
  readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .flatMap((line) => line.split(' ')[1] ?? [])

function cgroups(): string[] {
  return readHierarchies().flatMap(({ mount }) =>
    list(mount)
      .filter((name) => !/[.]|^nodebook-(run|cluster)-/.test(name))
      .map((name) => join(mount, name)),
  )
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
