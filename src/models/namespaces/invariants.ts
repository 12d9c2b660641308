import { hasNumbers } from './capable.ts'
import { plainKinds } from './kinds.ts'
import { findNamespace, findProcess, lineage, membersOf, pidIn } from './find.ts'
import type { Process, State } from './types.ts'

type Invariant = (state: State) => boolean

const every =
  (test: (process: Process, state: State) => boolean): Invariant =>
  (state) =>
    state.processes.every((process) => test(process, state))

/** What holds in every state that `step` can reach. */
const all: Readonly<Record<string, Invariant>> = {
  'a number for each level': every(
    (process, state) => process.pids.length === lineage(state, process.namespace).length,
  ),
  'no number twice in a namespace': (state) =>
    state.namespaces.every(({ id }) => {
      const pids = membersOf(state, id).map((process) => pidIn(state, process, id))
      return new Set(pids).size === pids.length
    }),
  'no number that was not given out': every((process, state) =>
    lineage(state, process.namespace).every(({ last }, depth) => (process.pids[depth] ?? Infinity) <= last),
  ),
  'a parent sees its child': every((process, state) => {
    if (process.parent === 0) return process.id === 1
    const parent = findProcess(state, process.parent)
    return parent !== undefined && pidIn(state, process, parent.namespace) !== undefined
  }),
  'a zombie has no children': every(
    (process, state) => findProcess(state, process.parent)?.life.is !== 'zombie',
  ),
  'number 1 is the reaper': every(
    (process, state) =>
      (process.pids.at(-1) === 1) === (findNamespace(state, process.namespace).reaper === process.id),
  ),
  'nobody runs in a closed namespace': every(
    (process, state) =>
      process.life.is !== 'running' || lineage(state, process.namespace).every(({ open }) => open),
  ),
  'an open namespace with members has its process 1': (state) =>
    state.namespaces.every(
      ({ id, open, reaper }) =>
        !open || membersOf(state, id).length === 0 || findProcess(state, reaper ?? 0) !== undefined,
    ),
  'a process holds namespaces that there are': every((process, state) =>
    plainKinds.every((kind) => state.plain[process.in[kind]]?.kind === kind),
  ),
  'whoever enters a user namespace has numbers around it': (state) =>
    state.users.every(({ parent }) => parent === undefined || hasNumbers(state, parent)),
}

/** The names of those that do not hold: none, for a model without faults. */
export const invariants = (state: State): readonly string[] =>
  Object.keys(all).filter((name) => !all[name]?.(state))
