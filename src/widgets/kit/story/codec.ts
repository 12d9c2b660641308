/**
 * A story and an instant as a link holds them: `orphan.3`, or with moves of the reader's own after two frames
 * of the scenario, `orphan.4.2.f4022-sleep.k4023-1-KILL`. Whatever else stands there is no state at all.
 */
import type { Tale } from '#kit'
import type { Stage } from './stage.ts'
import { longest, ownMoves, retell, tell, type Story } from './story.ts'

const numberFrom = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined

/** The last move of a long story may be followed by the end of everyone in it. */
const mostMoves = 2 * longest

export type Place<T extends Tale> = { readonly story: Story<T>; readonly now: number }

export const encode = <T extends Tale>({ story, now }: Place<T>): string => {
  const own = ownMoves(story)
  const written = own.length > 0 ? [story.kept, ...own.map(story.stage.writeMove)] : []
  return [story.scenario, now, ...written].join('.')
}

export const decode = <T extends Tale>(stage: Stage<T>, text: string): Place<T> | undefined => {
  const [scenario = '', at, keep, ...written] = text.split('.')
  const now = numberFrom(at)
  const kept = numberFrom(keep)
  const moves = written.map(stage.readMove)
  if (now === undefined || moves.length > mostMoves || (keep !== undefined && kept === undefined))
    return undefined
  if (!moves.every((move) => move !== undefined)) return undefined
  const story = kept === undefined ? tell(stage, scenario) : retell(stage, scenario, kept, moves)
  return story && { story, now: Math.min(now, story.frames.length - 1) }
}
