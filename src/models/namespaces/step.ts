import { exit, finish, isAlone } from './exit.ts'
import { findProcess } from './find.ts'
import { clone, fork } from './fork.ts'
import { handle, kill } from './kill.ts'
import { unshare } from './make-namespace.ts'
import type { Step } from './result.ts'
import type { Action, Input, InternalMove, Move, Process, State } from './types.ts'
import { wait } from './wait.ts'

export const defaultInput: Input = { one: 'systemd', shell: 'bash', pid: 4021, level: 0 }

/** The outermost namespace with its process 1 and one shell. */
export const init = (input: Partial<Input> = {}): State => {
  const { one, shell, pid, level } = { ...defaultInput, ...input }
  const process = { namespace: 0, forChildren: 0, handles: [], life: { is: 'running' } } as const
  return {
    namespaces: [{ id: 0, parent: undefined, level, last: pid, reaper: 1, open: true }],
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
      return clone(state, actor, action.comm)
    case 'unshare':
      return unshare(state, actor)
    case 'exit':
      return exit(state, actor, { by: 'exit', status: action.status & 0xff })
    case 'handle':
      return handle(state, actor, action.signal)
    case 'kill':
      return kill(state, actor, action.pid, action.signal)
    case 'wait':
      return wait(state, actor)
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
