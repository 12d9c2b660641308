/** setns with a mounted file: the same questions as with a process, asked of the namespace itself (kernel/nsproxy.c). */
import { isCapable, nameOf, type Process } from '#models/namespaces'
import { mountAt } from './mount-file.ts'
import { idOf, isSame, ownerOf, parentOf } from './names.ts'
import { denied } from './refuse.ts'
import type { Step } from './result.ts'
import { because } from './rules.ts'
import type { Name, State } from './types.ts'

const isWithinPid = (state: State, name: Name, outer: Name): boolean => {
  if (isSame(name, outer)) return true
  const parent = parentOf(state.processes, name)
  return parent !== undefined && isWithinPid(state, parent, outer)
}

const refuseEntry = (state: State, caller: Process, of: Name): Step | undefined => {
  const who = nameOf(caller)
  const lacks = (user: Name | undefined) => user && !isCapable(state.processes, caller, user.place)
  if (of.kind === 'user') {
    if (of.place === caller.user) return denied(state, 'EINVAL', because('kept/same-user', who, { of }))
    return lacks(of)
      ? denied(state, 'EPERM', because('kept/may-not-enter', who, { of, owner: of }))
      : undefined
  }
  const wrong = [ownerOf(state.processes, of), { kind: 'user', place: caller.user } as const].find(lacks)
  if (wrong) return denied(state, 'EPERM', because('kept/may-not-enter', who, { of, owner: wrong }))
  if (of.kind === 'pid' && !isWithinPid(state, of, { kind: 'pid', place: caller.namespace }))
    return denied(state, 'EINVAL', because('kept/not-further-in', who, { of }))
  return undefined
}

const changed = (state: State, of: Name, caller: Process): Partial<Process> => {
  const id = idOf(state.processes, of)
  if (of.kind === 'user') return { user: id, capable: true }
  if (of.kind === 'pid') return { forChildren: id }
  return { in: { ...caller.in, [of.kind]: id }, ...(of.kind === 'time' ? { timeForChildren: id } : {}) }
}

export const enter = (state: State, caller: Process, at: number): Step => {
  const mount = mountAt(state, caller, at)
  if (!mount) return denied(state, 'EINVAL', because('kept/no-such-file', nameOf(caller), {}))
  const refused = refuseEntry(state, caller, mount.of)
  if (refused) return refused
  const change = changed(state, mount.of, caller)
  const processes = state.processes.processes.map((one) =>
    one.id === caller.id ? { ...one, ...change } : one,
  )
  return {
    state: { ...state, processes: { ...state.processes, processes } },
    outcome: { is: 'done' },
    trace: [because('kept/entered', nameOf(caller), { of: mount.of, at })],
  }
}
