/**
 * A story and an instant as a link holds them: `orphan.3`, or with moves of the reader's own after two frames
 * of the scenario, `orphan.4.2.f4022-sleep.k4023-1-KILL`. Whatever else stands there is no state at all.
 */
import { readMove, writeMove } from '#models/namespaces'
import { longest, ownMoves, retell, tell, type Story } from './story.ts'

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

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
