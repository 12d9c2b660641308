/** Opening and closing a file of /proc/PID/ns, and the way to it (fs/proc/namespaces.c). */
import { findByPid, mayLookAt, nameOf, type Kind, type Process } from '#models/namespaces'
import { nameOfPlain } from './names.ts'
import { denied } from './refuse.ts'
import type { Step } from './result.ts'
import { because } from './rules.ts'
import type { Name, State } from './types.ts'

const placeIn = (state: State, process: Process, kind: Kind): Name => {
  if (kind === 'pid') return { kind, place: process.namespace }
  if (kind === 'user') return { kind, place: process.user }
  return nameOfPlain(state.processes, kind, process.in[kind])
}

const hasNone = ({ life }: Process, kind: Kind): boolean =>
  (life.is === 'zombie' || life.is === 'ending') && kind !== 'pid' && kind !== 'user'

type Found = { readonly of: Name } | { readonly refused: Step }

/** The way to the file itself: the process, the right to look at it, and what is there (proc_ns_get_link). */
export const follow = (state: State, caller: Process, pid: number, kind: Kind): Found => {
  const who = nameOf(caller)
  const target = findByPid(state.processes, caller.namespace, pid)
  if (!target) return { refused: denied(state, 'ENOENT', because('kept/no-such-process', who, { pid })) }
  if (!mayLookAt(state.processes, caller, target))
    return { refused: denied(state, 'EACCES', because('kept/may-not-look', who, { kind })) }
  if (hasNone(target, kind))
    return { refused: denied(state, 'ENOENT', because('kept/dead-has-none', nameOf(target), { kind })) }
  return { of: placeIn(state, target, kind) }
}

const firstFree = (state: State, by: number): number => {
  const taken = state.files.filter((file) => file.by === by).map(({ fd }) => fd)
  let fd = 3
  while (taken.includes(fd)) fd++
  return fd
}

export const open = (state: State, caller: Process, pid: number, kind: Kind): Step => {
  const found = follow(state, caller, pid, kind)
  if ('refused' in found) return found.refused
  const { of } = found
  const fd = firstFree(state, caller.id)
  return {
    state: { ...state, files: [...state.files, { by: caller.id, fd, of }] },
    outcome: { is: 'fd', fd },
    trace: [because('kept/file-opened', nameOf(caller), { of, fd })],
  }
}

export const close = (state: State, caller: Process, fd: number): Step => {
  const file = state.files.find((one) => one.by === caller.id && one.fd === fd)
  if (!file) return denied(state, 'EBADF', because('kept/no-such-file', nameOf(caller), {}))
  return {
    state: { ...state, files: state.files.filter((one) => one !== file) },
    outcome: { is: 'done' },
    trace: [because('kept/file-closed', nameOf(caller), { of: file.of, fd })],
  }
}
