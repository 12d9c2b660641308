/** What processes do with the files of /proc/PID/ns. */
import { findProcess } from '#models/namespaces'
import { enter } from './enter.ts'
import { bind, umount } from './mount-file.ts'
import { close, open } from './open-file.ts'
import type { Step } from './result.ts'
import type { FileAction, State } from './types.ts'

export const isFileAction = (move: { readonly do: string }): move is FileAction =>
  ['open', 'bind', 'close', 'umount', 'enter'].includes(move.do)

export const stepFile = (state: State, action: FileAction): Step => {
  const caller = findProcess(state.processes, action.by)
  if (caller?.life.is !== 'running') return { state, outcome: { is: 'no-actor' }, trace: [] }
  switch (action.do) {
    case 'open':
      return open(state, caller, action.pid, action.kind)
    case 'bind':
      return bind(state, caller, action.pid, action.kind)
    case 'close':
      return close(state, caller, action.fd)
    case 'umount':
      return umount(state, caller, action.at)
    case 'enter':
      return enter(state, caller, action.at)
  }
}
