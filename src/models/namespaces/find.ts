import type { PlainNamespace } from './kinds.ts'
import type { NamespaceId, PidNamespace, Process, ProcessId, State } from './types.ts'

export const findProcess = (state: State, id: ProcessId): Process | undefined =>
  state.processes.find((process) => process.id === id)

export const findNamespace = (state: State, id: NamespaceId): PidNamespace => {
  const found = state.namespaces[id]
  if (!found) throw new RangeError(`no namespace ${id}: ids come from this state's processes`)
  return found
}

export const findPlain = (state: State, id: number): PlainNamespace => {
  const found = state.plain[id]
  if (!found) throw new RangeError(`no namespace ${id}: ids come from this state's processes`)
  return found
}

/** The namespace and all around it, outermost first: one for each number in `pids`. */
export const lineage = (state: State, id: NamespaceId): readonly PidNamespace[] => {
  const namespace = findNamespace(state, id)
  return namespace.parent === undefined ? [namespace] : [...lineage(state, namespace.parent), namespace]
}

/** The number `process` has in `namespace`; undefined where it cannot be seen. */
export const pidIn = (state: State, process: Process, namespace: NamespaceId): number | undefined => {
  const depth = lineage(state, process.namespace).findIndex((around) => around.id === namespace)
  return process.pids[depth]
}

/** The same, of someone who can be seen there: a child, a member. */
export const numberIn = (state: State, process: Process, namespace: NamespaceId): number => {
  const pid = pidIn(state, process, namespace)
  if (pid === undefined)
    throw new RangeError(`process ${process.id} cannot be seen in namespace ${namespace}`)
  return pid
}

export const membersOf = (state: State, namespace: NamespaceId): readonly Process[] =>
  state.processes.filter((process) => pidIn(state, process, namespace) !== undefined)

export const findByPid = (state: State, namespace: NamespaceId, pid: number): Process | undefined =>
  state.processes.find((process) => pidIn(state, process, namespace) === pid)

export const isOne = (state: State, process: Process): boolean =>
  findNamespace(state, process.namespace).reaper === process.id

/** Its process 1, which stays until everyone else in it has gone. */
export const reaperOf = (state: State, namespace: NamespaceId): Process => {
  const { reaper } = findNamespace(state, namespace)
  const found = state.processes.find(({ id }) => id === reaper)
  if (!found) throw new RangeError(`namespace ${namespace} has members and no process 1`)
  return found
}

export const childrenOf = (state: State, parent: ProcessId): readonly Process[] =>
  state.processes.filter((process) => process.parent === parent)
