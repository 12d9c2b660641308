import {
  enabled as enabledProcesses,
  findProcess,
  init as initProcesses,
  nameOf,
  step as stepProcesses,
  type InternalMove,
  type Process,
} from '#models/namespaces'
import { tellFates } from './fates.ts'
import { isFileAction, stepFile } from './files.ts'
import { copyTable } from './mount-file.ts'
import { isSame, nameOfPlain } from './names.ts'
import type { Step } from './result.ts'
import { because } from './rules.ts'
import type { FileAction, Input, Move, State } from './types.ts'

export const init = (input: Partial<Input> = {}): State => ({
  ...{ processes: initProcesses(input), files: [], mounts: [] },
})

export const enabled = (state: State): readonly InternalMove[] => enabledProcesses(state.processes)

const born = (before: State, after: State): Process | undefined =>
  after.processes.processes.find(({ id }) => !findProcess(before.processes, id))

/** exit_files: whoever dies has closed all its files. */
const closeFiles = (state: State): State => ({
  ...state,
  files: state.files.filter(({ by }) => {
    const life = findProcess(state.processes, by)?.life.is
    return life === 'running' || life === 'doomed'
  }),
})

const stepProcess = (state: State, move: Exclude<Move, FileAction>): Step => {
  const stepped = stepProcesses(state.processes, move)
  const { outcome } = stepped
  const moved: State = closeFiles({ ...state, processes: stepped.state })
  const child = born(state, moved)
  const files = child
    ? state.files.filter(({ by }) => by === move.by).map((file) => ({ ...file, by: child.id }))
    : []
  const withFiles = { ...moved, files: [...moved.files, ...files] }
  const mover = child ?? findProcess(moved.processes, move.by)
  const was = findProcess(state.processes, move.by)
  const table = mover && nameOfPlain(moved.processes, 'mnt', mover.in.mnt)
  const old = was && nameOfPlain(moved.processes, 'mnt', was.in.mnt)
  const isNew =
    table && old && stepped.state.plain.length > state.processes.plain.length && !isSame(table, old)
  const next = isNew ? copyTable(withFiles, old, table) : withFiles
  const count = next.mounts.length - state.mounts.length
  const name = mover ? nameOf(mover) : ''
  return {
    state: next,
    outcome,
    trace: [
      ...(outcome.is === 'error' ? [because('kept/refused', was ? nameOf(was) : '', {})] : []),
      ...(isNew && count > 0 ? [because('kept/mounts-copied', name, { count, into: table })] : []),
    ],
  }
}

/** Every internal move made, in the order given. */
export const settle = (state: State): State => {
  const [next] = enabled(state)
  return next ? settle(step(state, next).state) : state
}

export const step = (state: State, move: Move): Step => {
  const {
    state: next,
    outcome,
    trace,
  } = isFileAction(move) ? stepFile(state, move) : stepProcess(state, move)
  if (outcome.is === 'no-actor') return { state, outcome, trace: [] }
  const all = [...trace, ...tellFates(state, next)]
  const said = all.length > 0 ? all : [because('kept/nothing-changes', '', {})]
  return { state: next, outcome, trace: said }
}
