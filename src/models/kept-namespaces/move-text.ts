/** Moves as a link holds them: those of processes as the model `namespaces` writes them, and in capitals those of files. */
import { kinds, readMove as readProcess, writeMove as writeProcess } from '#models/namespaces'
import { isFileAction } from './files.ts'
import { processActions, type FileAction, type Move } from './types.ts'

const letters = { open: 'O', bind: 'B', close: 'C', umount: 'M', enter: 'E' } as const satisfies Record<
  FileAction['do'],
  string
>

const parametersOf = (action: FileAction): readonly (string | number)[] => {
  switch (action.do) {
    case 'open':
    case 'bind':
      return [action.pid, action.kind]
    case 'close':
      return [action.fd]
    case 'umount':
    case 'enter':
      return [action.at]
  }
}

export const writeMove = (move: Move): string =>
  isFileAction(move) ? [letters[move.do] + move.by, ...parametersOf(move)].join('-') : writeProcess(move)

const readFileAction = (text: string): FileAction | undefined => {
  const [, letter, who, number, last] = /^([A-Z])(\d{1,9})-(\d{1,9})(?:-([a-z]{1,6}))?$/.exec(text) ?? []
  const [by, value] = [Number(who), Number(number)]
  const kind = kinds.find((one) => one === last)
  if ((last === undefined) !== (letter === 'C' || letter === 'M' || letter === 'E')) return undefined
  switch (letter) {
    case letters.open:
      return kind && { do: 'open', by, pid: value, kind }
    case letters.bind:
      return kind && { do: 'bind', by, pid: value, kind }
    case letters.close:
      return { do: 'close', by, fd: value }
    case letters.umount:
      return { do: 'umount', by, at: value }
    case letters.enter:
      return { do: 'enter', by, at: value }
    default:
      return undefined
  }
}

type Spelled = NonNullable<ReturnType<typeof readProcess>>

const isKnown = (move: Spelled): move is Exclude<Move, FileAction> =>
  [...processActions, 'die', 'finish'].some((known) => known === move.do)

export const readMove = (text: string): Move | undefined => {
  const move = readProcess(text)
  return move ? (isKnown(move) ? move : undefined) : readFileAction(text)
}
