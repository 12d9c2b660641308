/** What a reader of /proc would see: one table for each namespace, as `ps` in it prints. */
import { findProcess, lineage, membersOf, numberIn, pidIn } from './find.ts'
import type { NamespaceId, Process, State } from './types.ts'

export type Row = {
  readonly pid: number
  /** 0: the parent is outside and cannot be seen */
  readonly ppid: number
  readonly comm: string
  /** as in /proc/PID/status; a process 1 that waits for its namespace to empty sleeps */
  readonly state: 'S' | 'Z'
  /** the numbers from this namespace inwards */
  readonly nspid: readonly number[]
}

export type View = { readonly namespace: NamespaceId; readonly depth: number; readonly ps: readonly Row[] }

const rowIn = (state: State, process: Process, namespace: NamespaceId): Row => {
  const around = lineage(state, process.namespace).findIndex(({ id }) => id === namespace)
  const parent = findProcess(state, process.parent)
  return {
    pid: numberIn(state, process, namespace),
    ppid: (parent && pidIn(state, parent, namespace)) ?? 0,
    comm: process.comm,
    state: process.life.is === 'zombie' ? 'Z' : 'S',
    nspid: process.pids.slice(around),
  }
}

export const observe = (state: State): readonly View[] =>
  state.namespaces.map(({ id }) => ({
    namespace: id,
    depth: lineage(state, id).length - 1,
    ps: membersOf(state, id)
      .map((process) => rowIn(state, process, id))
      .sort((a, b) => a.pid - b.pid),
  }))
