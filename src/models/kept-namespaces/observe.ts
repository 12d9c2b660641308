/**
 * What can be seen from outside: how many namespaces of each kind there are besides the machine's own, which of them
 * each process is in, and which its descriptors and the files mounted in its table stand for.
 */
import { kinds, links, type Link, type Process } from '#models/namespaces'
import { holdersIn } from './holders.ts'
import { allNames, nameOfPlain } from './names.ts'
import type { Name, State } from './types.ts'

/** In each, the last number says which namespace: equal numbers, counted as they are met, are equal namespaces. */
export type View = {
  /** of each kind, as `kinds` lists them */
  readonly alive: readonly number[]
  readonly processes: readonly {
    readonly pid: number
    /** as `links` lists them; null: no such file (yet) */
    readonly ns: readonly (number | null)[]
    readonly capable: boolean
  }[]
  readonly files: readonly (readonly [pid: number, fd: number, of: number])[]
  /** of each table of mounts, once: by the first who has it */
  readonly mounts: readonly (readonly [pid: number, at: number, of: number])[]
}

const linked = ({ processes }: State, process: Process, link: Link): Name | null => {
  switch (link) {
    case 'pid':
      return { kind: 'pid', place: process.namespace }
    case 'pid_for_children': {
      const place = process.forChildren
      return processes.namespaces[place]?.reaper === undefined ? null : { kind: 'pid', place }
    }
    case 'time_for_children':
      return nameOfPlain(processes, 'time', process.timeForChildren)
    case 'user':
      return { kind: 'user', place: process.user }
    default:
      return nameOfPlain(processes, link, process.in[link])
  }
}

const counting = () => {
  const met = new Map<string, number>()
  return ({ kind, place }: Name): number => {
    const number = met.get(`${kind} ${place}`) ?? met.size
    met.set(`${kind} ${place}`, number)
    return number
  }
}

export const observe = (state: State): View => {
  const numberOf = counting()
  const running = state.processes.processes
    .filter(({ life }) => life.is === 'running')
    .sort((a, b) => a.id - b.id)
  const holders = holdersIn(state)
  const alive = allNames(state.processes).filter((name) => holders(name).length > 0)
  const firstOf = new Map(
    [...running].reverse().map(({ id, in: own }) => [nameOfPlain(state.processes, 'mnt', own.mnt).place, id]),
  )
  return {
    alive: kinds.map((kind) => alive.filter((name) => name.kind === kind).length),
    processes: running.map((process) => ({
      pid: process.id,
      ns: links.map((link) => {
        const name = linked(state, process, link)
        return name && numberOf(name)
      }),
      capable: process.capable,
    })),
    files: [...state.files]
      .sort((a, b) => a.by - b.by || a.fd - b.fd)
      .map(({ by, fd, of }) => [by, fd, numberOf(of)]),
    mounts: state.mounts
      .flatMap(({ at, in: table, of }) => {
        const pid = firstOf.get(table)
        return pid === undefined ? [] : [{ pid, at, of }]
      })
      .sort((a, b) => a.pid - b.pid)
      .map(({ pid, at, of }) => [pid, at, numberOf(of)]),
  }
}
