/**
 * What a link holds: `range.2.2_33`, the story, the instant, and the number that makes a file in which user namespace;
 * then, with writes of the reader's own after one frame of the scenario, `.1.m4021-4022-uid-0_5000_1`.
 */
import { readMove, writeMove } from '#models/namespaces'
import type { Made } from './scenarios.ts'
import { longest, ownMoves, retell, stateAt, tell, type Story } from './story.ts'

export type Place = { readonly story: Story; readonly now: number; readonly made: Made }

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,10}$/.test(text) ? Number(text) : undefined

export const encode = ({ story, now, made }: Place): string => {
  const own = ownMoves(story)
  const kept = own.length > 0 ? [story.kept, ...own.map(writeMove)] : []
  return [story.scenario, now, `${made.user}_${made.id}`, ...kept].join('.')
}

export const decode = (text: string): Place | undefined => {
  const [scenario = '', at, owner = '', keep, ...written] = text.split('.')
  const [now, user, id, kept] = [at, ...owner.split('_', 2), keep].map(numberFrom)
  const moves = written.slice(0, longest + 1).map(readMove)
  if (now === undefined || user === undefined || id === undefined) return undefined
  if ((keep !== undefined && kept === undefined) || !moves.every((move) => move !== undefined))
    return undefined
  const story = kept === undefined ? tell(scenario) : retell(scenario, kept, moves)
  if (!story || !stateAt(story, story.frames.length).users[user]) return undefined
  return { story, now: Math.min(now, story.frames.length - 1), made: { user, id } }
}
