/** What a reader of /proc/PID/ns would see of all eight kinds, in the outermost /proc. */
import { insideNumber } from './capable.ts'
import { findNamespace } from './find.ts'
import type { Process, State } from './types.ts'

/** As /proc/PID/ns lists them. */
export const links = [
  'cgroup',
  'ipc',
  'mnt',
  'net',
  'pid',
  'pid_for_children',
  'time',
  'time_for_children',
  'user',
  'uts',
] as const

export type Link = (typeof links)[number]

export type Holding = {
  readonly pid: number
  /** which of the namespaces met so far, link by link: equal numbers are equal inodes; null: no such file (yet) */
  readonly ns: readonly (number | null)[]
  readonly capable: boolean
}

/** What getuid and getgid tell a process; overflowuid for whoever has no number. */
export const idsOf = (state: State, { user }: Process): readonly [uid: number, gid: number] => [
  insideNumber(state, user, 'uid', 0) ?? 65534,
  insideNumber(state, user, 'gid', 0) ?? 65534,
]

const idOf = (state: State, process: Process, link: Link): string | null => {
  switch (link) {
    case 'pid':
      return `pid ${process.namespace}`
    case 'pid_for_children':
      return findNamespace(state, process.forChildren).reaper === undefined
        ? null
        : `pid ${process.forChildren}`
    case 'time_for_children':
      return `time ${process.timeForChildren}`
    case 'user':
      return `user ${process.user}`
    default:
      return `${link} ${process.in[link]}`
  }
}

/** Names become numbers in the order in which they are met, so that model and kernel can be compared. */
export const numberLinks = <T extends { readonly ns: readonly (string | null)[] }>(
  rows: readonly T[],
): readonly (Omit<T, 'ns'> & { readonly ns: readonly (number | null)[] })[] => {
  const met = new Map<string, number>()
  const numberOf = (name: string): number => {
    const number = met.get(name) ?? met.size
    met.set(name, number)
    return number
  }
  return rows.map((row) => ({ ...row, ns: row.ns.map((name) => (name === null ? null : numberOf(name))) }))
}

/** Of those that live; the dead have let go of theirs. */
export const observeKinds = (state: State): readonly Holding[] =>
  numberLinks(
    state.processes
      .filter(({ life }) => life.is === 'running')
      .sort((a, b) => a.id - b.id)
      .map((process) => ({
        pid: process.id,
        ns: links.map((link) => idOf(state, process, link)),
        capable: process.capable,
      })),
  )
