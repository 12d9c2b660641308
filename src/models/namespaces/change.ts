import type { PidNamespace, Process, ProcessId, State } from './types.ts'

export const changeProcess = (state: State, id: ProcessId, change: Partial<Process>): State => ({
  ...state,
  processes: state.processes.map((process) => (process.id === id ? { ...process, ...change } : process)),
})

export const changeNamespace = (state: State, id: number, change: Partial<PidNamespace>): State => ({
  ...state,
  namespaces: state.namespaces.map((namespace) =>
    namespace.id === id ? { ...namespace, ...change } : namespace,
  ),
})

export const release = (state: State, id: ProcessId): State => ({
  ...state,
  processes: state.processes.filter((process) => process.id !== id),
})
