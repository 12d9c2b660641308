/** Who holds which namespace: from what holds by itself to what is held by something that is held. */
import { rememberLast } from '#kit'
import { plainKinds, type Process } from '#models/namespaces'
import { isSame, nameOfPlain, ownerOf, parentOf } from './names.ts'
import type { Holder, Name, State } from './types.ts'

export type Hold = { readonly of: Name; readonly holder: Holder }

/**
 * do_exit lets go of the nsproxy (exit_task_namespaces) before the parent is told, and so does a process 1 before it
 * waits for its namespace to be empty. Credentials and number stay until the process is reaped.
 */
const hasLetGo = ({ life }: Process): boolean => life.is === 'zombie' || life.is === 'ending'

const holdsOfProcess = ({ processes }: State, process: Process): readonly Hold[] => {
  const { id, comm } = process
  const dead = hasLetGo(process)
  const hold = (of: Name, how: 'in' | 'children' | 'dead'): Hold => ({
    of,
    holder: { by: 'process', id, comm, how },
  })
  const whole: readonly Hold[] = [
    hold({ kind: 'user', place: process.user }, dead ? 'dead' : 'in'),
    hold({ kind: 'pid', place: process.namespace }, dead ? 'dead' : 'in'),
  ]
  if (dead) return whole
  const timeForChildren = nameOfPlain(processes, 'time', process.timeForChildren)
  return [
    ...whole,
    ...plainKinds.map((kind) => hold(nameOfPlain(processes, kind, process.in[kind]), 'in')),
    ...(process.forChildren === process.namespace
      ? []
      : [hold({ kind: 'pid', place: process.forChildren }, 'children')]),
    ...(process.timeForChildren === process.in.time ? [] : [hold(timeForChildren, 'children')]),
  ]
}

const holdsOfFiles = ({ processes, files }: State): readonly Hold[] =>
  files.flatMap(({ by, fd, of }) => {
    const process = processes.processes.find(({ id }) => id === by)
    return process ? [{ of, holder: { by: 'file', id: by, comm: process.comm, fd } }] : []
  })

/** What a namespace that lives holds in its turn. */
const holdsOfNamespace = ({ processes, mounts }: State, name: Name): readonly Hold[] => {
  const parent = parentOf(processes, name)
  const owner = ownerOf(processes, name)
  const by = name.kind === 'user' ? 'child' : 'owned'
  const here = name.kind === 'mnt' ? mounts.filter((mount) => mount.in === name.place) : []
  return [
    ...(parent ? [{ of: parent, holder: { by: 'child', name } } as const] : []),
    ...(owner ? [{ of: owner, holder: { by, name } } as const] : []),
    ...here.map(({ at, of }) => ({ of, holder: { by: 'mount', at, in: name } }) as const),
  ]
}

/** The kernel's own threads stay in the machine's own namespaces, whoever leaves: what is mounted there stays mounted. */
const machineTable: Name = { kind: 'mnt', place: 0 }

/** All that is held, the machine's own namespaces among it. */
export const holds = (state: State): readonly Hold[] => {
  const found = [
    ...state.processes.processes.flatMap((process) => holdsOfProcess(state, process)),
    ...holdsOfFiles(state),
    ...holdsOfNamespace(state, machineTable),
  ]
  const living: Name[] = [machineTable]
  for (const { of: name } of found) {
    if (living.some((one) => isSame(one, name))) continue
    living.push(name)
    found.push(...holdsOfNamespace(state, name))
  }
  return found
}

/** Of every namespace, what holds it; nothing, for one that is gone. Each state is asked after a move and before the next. */
export const holdersIn = rememberLast((state: State): ((name: Name) => readonly Holder[]) => {
  const found = holds(state)
  return (name) => found.flatMap(({ of, holder }) => (isSame(of, name) ? [holder] : []))
})

export const isAlive = (state: State, name: Name): boolean => holdersIn(state)(name).length > 0
