import { exec } from './exec.ts'
import { exit, finish, isAlone } from './exit.ts'
import { findProcess } from './find.ts'
import { clone, fork } from './fork.ts'
import { handle, kill } from './kill.ts'
import { plainKinds, type Extent } from './kinds.ts'
import { unshare } from './make-namespaces.ts'
import type { Step } from './result.ts'
import { setns } from './setns.ts'
import { becomeSubreaper } from './subreaper.ts'
import type { Action, Input, InternalMove, Move, Process, State } from './types.ts'
import { drop, writeMap, writeSetgroups } from './user-map.ts'
import { wait } from './wait.ts'

export const defaultInput: Input = {
  kernel: '6.2',
  machine: true,
  one: 'systemd',
  shell: 'bash',
  pid: 4021,
  level: 0,
  ids: 65536,
  setgroups: 'allow',
}

/** The outermost namespace with its process 1 and one shell. */
export const init = (input: Partial<Input> = {}): State => {
  const { kernel, machine, one, shell, pid, level, ids, setgroups } = { ...defaultInput, ...input }
  const process = {
    ...{ namespace: 0, forChildren: 0, handles: [], life: { is: 'running' as const } },
    ...{ user: 0, capable: true, guardedBy: undefined, subreaper: false },
    in: { mnt: 0, uts: 1, ipc: 2, cgroup: 3, net: 4, time: 5 },
    timeForChildren: 5,
  }
  const all: readonly Extent[] = [[0, 0, ids]]
  return {
    ...{ kernel, machine },
    namespaces: [{ id: 0, parent: undefined, level, last: pid, reaper: 1, open: true, owner: 0 }],
    users: [{ id: 0, parent: undefined, maps: { uid: all, gid: all }, setgroups, byCapable: true }],
    plain: plainKinds.map((kind, id) => ({ id, kind, owner: 0 })),
    processes: [
      { ...process, id: 1, comm: one, parent: 0, pids: [1] },
      { ...process, id: pid, comm: shell, parent: 1, pids: [pid] },
    ],
  }
}

const act = (state: State, actor: Process, action: Action): Step => {
  switch (action.do) {
    case 'fork':
      return fork(state, actor, action.comm)
    case 'clone':
      return clone(state, actor, action.comm, action.kinds)
    case 'unshare':
      return unshare(state, actor, action.kinds)
    case 'exec':
      return exec(state, actor, action.comm)
    case 'exit':
      return exit(state, actor, { by: 'exit', status: action.status & 0xff })
    case 'handle':
      return handle(state, actor, action.signal)
    case 'kill':
      return kill(state, actor, action.pid, action.signal)
    case 'wait':
      return wait(state, actor)
    case 'setns':
      return setns(state, actor, action.pid, action.kinds)
    case 'subreaper':
      return becomeSubreaper(state, actor)
    case 'drop':
      return drop(state, actor)
    case 'map':
      return writeMap(state, actor, action.of, action.file, action.extents)
    case 'setgroups':
      return writeSetgroups(state, actor, action.of, action.to)
  }
}

const refuse = (state: State): Step => ({ state, outcome: { is: 'no-actor' }, trace: [] })

export const isInternal = (move: Move): move is InternalMove => move.do === 'die' || move.do === 'finish'

const moveByItself = (state: State, process: Process, move: InternalMove): Step => {
  if (move.do === 'die' && process.life.is === 'doomed') return exit(state, process, process.life.end)
  if (move.do === 'finish' && process.life.is === 'ending' && isAlone(state, process))
    return finish(state, process, process.life.end)
  return refuse(state)
}

export const step = (state: State, move: Move): Step => {
  const actor = findProcess(state, move.by)
  if (!actor) return refuse(state)
  if (isInternal(move)) return moveByItself(state, actor, move)
  return actor.life.is === 'running' ? act(state, actor, move) : refuse(state)
}

/** The moves the kernel makes by itself, in any order it likes. */
export const enabled = (state: State): readonly InternalMove[] =>
  state.processes.flatMap((process): readonly InternalMove[] => {
    if (process.life.is === 'doomed') return [{ do: 'die', by: process.id }]
    if (process.life.is === 'ending' && isAlone(state, process)) return [{ do: 'finish', by: process.id }]
    return []
  })
