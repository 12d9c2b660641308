/**
 * Moves as a link holds them: `f4023-sleep`, `k4023-1-KILL`, `c4021-sh-np` (a letter for each kind of namespace),
 * `m4022-4022-uid-0_0_1`. Whatever else stands there is no move.
 */
import { kinds, type Extent, type Kind } from './kinds.ts'
import type { Move, Signal } from './types.ts'

const letters = {
  fork: 'f',
  clone: 'c',
  unshare: 'u',
  setns: 'n',
  wait: 'w',
  subreaper: 'r',
  drop: 'o',
  map: 'm',
  setgroups: 'g',
  exec: 'b', // becomes
  exit: 'x',
  handle: 'h',
  kill: 'k',
  die: 'd',
  finish: 'e',
} as const satisfies Record<Move['do'], string>

const kindLetters = {
  user: 'U',
  mnt: 'm',
  uts: 'u',
  ipc: 'i',
  pid: 'p',
  cgroup: 'c',
  net: 'n',
  time: 't',
} as const satisfies Record<Kind, string>

const writeKinds = (wanted: readonly Kind[]): string => wanted.map((kind) => kindLetters[kind]).join('')

const parametersOf = (move: Move): readonly (string | number)[] => {
  switch (move.do) {
    case 'fork':
      return move.comm === undefined ? [] : [move.comm]
    case 'clone':
      return [
        ...(move.comm === undefined ? (move.kinds ? [''] : []) : [move.comm]),
        ...(move.kinds ? [writeKinds(move.kinds)] : []),
      ]
    case 'unshare':
      return move.kinds ? [writeKinds(move.kinds)] : []
    case 'setns':
      return [move.pid, writeKinds(move.kinds)]
    case 'exec':
      return [move.comm]
    case 'exit':
      return [move.status]
    case 'handle':
      return [move.signal]
    case 'kill':
      return [move.pid, move.signal]
    case 'map':
      return [move.of, move.file, move.extents.flat().join('_')]
    case 'setgroups':
      return [move.of, move.to]
    case 'wait':
    case 'subreaper':
    case 'drop':
    case 'die':
    case 'finish':
      return []
  }
}

export const writeMove = (move: Move): string => [letters[move.do] + move.by, ...parametersOf(move)].join('-')

const oneOf = <T extends string>(from: readonly T[], text: string | undefined): T | undefined =>
  from.find((known) => known === text)

const signalFrom = (text: string | undefined): Signal | undefined =>
  oneOf(['HUP', 'INT', 'TERM', 'KILL'] as const, text)

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

const kindsFrom = (text: string | undefined): readonly Kind[] | undefined => {
  const read = [...(text ?? '')].map((letter) => kinds.find((kind) => kindLetters[kind] === letter))
  return read.length > 0 && read.every((kind) => kind !== undefined) ? read : undefined
}

const extentsFrom = (text: string | undefined): readonly Extent[] | undefined => {
  if (text === '') return []
  const numbers = (text ?? '-').split('_').map(numberFrom)
  if (numbers.length % 3 !== 0 || !numbers.every((number) => number !== undefined)) return undefined
  return Array.from({ length: numbers.length / 3 }, (_, at): Extent => {
    const [inside = 0, outside = 0, count = 0] = numbers.slice(at * 3, at * 3 + 3)
    return [inside, outside, count]
  })
}

/** With what a letter stands for, given its parameters; undefined where they are not its own. */
const readers: Readonly<Record<string, (by: number, given: readonly string[]) => Move | undefined>> = {
  [letters.fork]: (by, [comm]) => (comm ? { do: 'fork', by, comm } : { do: 'fork', by }),
  [letters.clone]: (by, [comm, letters]) => {
    const wanted = kindsFrom(letters)
    if (letters !== undefined && !wanted) return undefined
    return { do: 'clone', by, ...(comm ? { comm } : {}), ...(wanted ? { kinds: wanted } : {}) }
  },
  [letters.unshare]: (by, [letters]) => {
    const wanted = kindsFrom(letters)
    if (letters === undefined) return { do: 'unshare', by }
    return wanted && { do: 'unshare', by, kinds: wanted }
  },
  [letters.setns]: (by, [target, letters]) => {
    const pid = numberFrom(target)
    const wanted = kindsFrom(letters)
    return pid !== undefined && wanted ? { do: 'setns', by, pid, kinds: wanted } : undefined
  },
  [letters.wait]: (by) => ({ do: 'wait', by }),
  [letters.subreaper]: (by) => ({ do: 'subreaper', by }),
  [letters.drop]: (by) => ({ do: 'drop', by }),
  [letters.map]: (by, [whose, name, text]) => {
    const of = numberFrom(whose)
    const file = oneOf(['uid', 'gid'] as const, name)
    const extents = extentsFrom(text)
    return of !== undefined && file && extents ? { do: 'map', by, of, file, extents } : undefined
  },
  [letters.setgroups]: (by, [whose, word]) => {
    const of = numberFrom(whose)
    const to = oneOf(['allow', 'deny'] as const, word)
    return of !== undefined && to ? { do: 'setgroups', by, of, to } : undefined
  },
  [letters.exec]: (by, [comm]) => (comm ? { do: 'exec', by, comm } : undefined),
  [letters.exit]: (by, [text]) => {
    const status = numberFrom(text)
    return status === undefined ? undefined : { do: 'exit', by, status }
  },
  [letters.handle]: (by, [name]) => {
    const signal = signalFrom(name)
    return signal && { do: 'handle', by, signal }
  },
  [letters.kill]: (by, [target, name]) => {
    const pid = numberFrom(target)
    const signal = signalFrom(name)
    return signal && pid !== undefined ? { do: 'kill', by, pid, signal } : undefined
  },
  [letters.die]: (by) => ({ do: 'die', by }),
  [letters.finish]: (by) => ({ do: 'finish', by }),
}

export const readMove = (text: string): Move | undefined => {
  const shape = /^([a-z])(\d{1,9})((?:-[A-Za-z0-9_]{0,80}){0,3})$/.exec(text)
  const by = numberFrom(shape?.[2])
  if (!shape?.[1] || by === undefined) return undefined
  return readers[shape[1]]?.(by, (shape[3] ?? '').split('-').slice(1))
}
