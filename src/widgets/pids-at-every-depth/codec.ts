/**
 * A story and an instant as a link holds them: `orphan.3`, or with moves of the reader's own after two frames
 * of the scenario, `orphan.4.2.f4022-sleep.k4023-1-KILL`. Whatever else stands there is no state at all.
 */
import type { Move, Signal } from '#models/namespaces'
import { longest, ownMoves, retell, tell, type Story } from './story.ts'

const letters = {
  fork: 'f',
  clone: 'c',
  unshare: 'u',
  wait: 'w',
  exit: 'x',
  handle: 'h',
  kill: 'k',
  die: 'd',
  finish: 'e',
} as const satisfies Record<Move['do'], string>

const parametersOf = (move: Move): readonly (string | number)[] => {
  switch (move.do) {
    case 'fork':
    case 'clone':
      return move.comm === undefined ? [] : [move.comm]
    case 'exit':
      return [move.status]
    case 'handle':
      return [move.signal]
    case 'kill':
      return [move.pid, move.signal]
    case 'unshare':
    case 'wait':
    case 'die':
    case 'finish':
      return []
  }
}

const writeMove = (move: Move): string => [letters[move.do] + move.by, ...parametersOf(move)].join('-')

const signalFrom = (text: string | undefined): Signal | undefined =>
  (['HUP', 'INT', 'TERM', 'KILL'] as const).find((signal) => signal === text)

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

const readMove = (text: string): Move | undefined => {
  const shape = /^([a-z])(\d{1,9})((?:-[A-Za-z0-9]{1,15}){0,2})$/.exec(text)
  const by = numberFrom(shape?.[2])
  const [first, second] = (shape?.[3] ?? '').split('-').slice(1)
  if (by === undefined) return undefined
  const number = numberFrom(first)
  switch (shape?.[1]) {
    case letters.fork:
      return first === undefined ? { do: 'fork', by } : { do: 'fork', by, comm: first }
    case letters.clone:
      return first === undefined ? { do: 'clone', by } : { do: 'clone', by, comm: first }
    case letters.unshare:
      return { do: 'unshare', by }
    case letters.wait:
      return { do: 'wait', by }
    case letters.exit:
      return number === undefined ? undefined : { do: 'exit', by, status: number }
    case letters.handle: {
      const signal = signalFrom(first)
      return signal && { do: 'handle', by, signal }
    }
    case letters.kill: {
      const signal = signalFrom(second)
      return signal && number !== undefined ? { do: 'kill', by, pid: number, signal } : undefined
    }
    case letters.die:
      return { do: 'die', by }
    case letters.finish:
      return { do: 'finish', by }
    default:
      return undefined
  }
}

/** The last move of a long story may be followed by the end of everyone in it. */
const mostMoves = 2 * longest

export type Place = { readonly story: Story; readonly now: number }

export const encode = ({ story, now }: Place): string => {
  const own = ownMoves(story)
  return [story.scenario, now, ...(own.length > 0 ? [story.kept, ...own.map(writeMove)] : [])].join('.')
}

export const decode = (text: string): Place | undefined => {
  const [scenario = '', at, keep, ...written] = text.split('.')
  const now = numberFrom(at)
  const kept = numberFrom(keep)
  const moves = written.map(readMove)
  if (now === undefined || moves.length > mostMoves || (keep !== undefined && kept === undefined))
    return undefined
  if (!moves.every((move) => move !== undefined)) return undefined
  const story = kept === undefined ? tell(scenario) : retell(scenario, kept, moves)
  return story && { story, now: Math.min(now, story.frames.length - 1) }
}
