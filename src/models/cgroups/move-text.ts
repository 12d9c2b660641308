/** A move as a part of a link: `2wr~/a~cpu.max~50000`, with nothing in it that a link or a list of moves would split at. */
import type { Action, User, Version } from './types.ts'

/** What a move needs to be put to a machine of either generation. */
export type Move = Action & { readonly on: Version }

const letters = {
  mkdir: 'm',
  rmdir: 'd',
  write: 'w',
  read: 'r',
  delegate: 'g',
  fork: 'f',
  exit: 'x',
} as const

const encode = (text: string): string =>
  encodeURIComponent(text).replaceAll('.', '%2E').replaceAll('~', '%7E').replaceAll('%2F', '/')

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

const fieldsOf = (move: Move): readonly string[] => {
  switch (move.do) {
    case 'mkdir':
    case 'rmdir':
      return [move.by, move.at]
    case 'write':
      return [move.by, move.at, move.file, move.text]
    case 'read':
      return [move.by, move.at, move.file]
    case 'delegate':
      return [move.to, move.at]
    case 'fork':
      return [String(move.by), String(move.as)]
    case 'exit':
      return [String(move.by)]
  }
}

export const writeMove = (move: Move): string => {
  const [first = '', ...rest] = fieldsOf(move)
  const who = first === 'root' ? 'r' : first === 'user' ? 'u' : first
  return [`${move.on.slice(1)}${letters[move.do]}${who}`, ...rest.map(encode)].join('~')
}

/** No place, file or text of a story is longer. */
const longest = 64

const shape = /^([12])([mdwrgfx])(r|u|\d{1,4})$/

const users: Readonly<Record<string, User>> = { r: 'root', u: 'user' }

const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : undefined

const actionFrom = (letter: string, who: string, fields: readonly string[]): Action | undefined => {
  const [at, file, text] = fields
  const by = users[who]
  const process = number(who)
  if (letter === 'f' && process !== undefined) {
    const as = number(at)
    return as === undefined ? undefined : { do: 'fork', by: process, as }
  }
  if (letter === 'x' && process !== undefined) return { do: 'exit', by: process }
  if (by === undefined || at === undefined) return undefined
  if (letter === 'm') return { do: 'mkdir', by, at }
  if (letter === 'd') return { do: 'rmdir', by, at }
  if (letter === 'g') return { do: 'delegate', at, to: by }
  if (file === undefined) return undefined
  if (letter === 'r') return { do: 'read', by, at, file }
  return letter === 'w' && text !== undefined ? { do: 'write', by, at, file, text } : undefined
}

/** undefined for what no move is written as. */
export const readMove = (written: string): Move | undefined => {
  const [head = '', ...rest] = written.split('~')
  const [, version = '', letter = '', who = ''] = shape.exec(head) ?? []
  const fields = rest.map(decode)
  if (!fields.every((field) => field !== undefined)) return undefined
  if (fields.some((field) => field.length > longest)) return undefined
  const action = actionFrom(letter, who, fields)
  return action && { ...action, on: version === '1' ? 'v1' : 'v2' }
}
