/** An instant in words. */
import type { Tale } from '#kit'
import { frameAt } from '../history.ts'
import type { WordedReason } from '../Reasons.tsx'
import type { Story } from './story.ts'

/** How a model's moves, outcomes and reasons are said in one language. */
export type Speech<T extends Tale> = {
  /** `by`: the moment the move was made, to name who may be gone by now */
  readonly move: (move: T['move'], story: Story<T>, now: number) => string
  readonly outcome: (outcome: T['outcome']) => string
  readonly reason: (reason: T['reason']) => WordedReason
  readonly isFailure: (outcome: T['outcome']) => boolean
}

export type Happening = {
  readonly move: string
  /** what the caller is told; nobody is, when the system moves by itself */
  readonly outcome: string | undefined
  readonly failed: boolean
  readonly reasons: readonly WordedReason[]
}

export const sentenceOf = ({ move, outcome }: Happening): string => (outcome ? `${move} → ${outcome}` : move)

/** What happened to bring this instant about; nothing, for the first. */
export const happeningAt = <T extends Tale>(
  speech: Speech<T>,
  story: Story<T>,
  now: number,
): Happening | undefined => {
  const { made } = frameAt(story.frames, now)
  if (!made) return undefined
  const silent = story.stage.isInternal(made.move) && made.outcome.is === 'done'
  return {
    move: speech.move(made.move, story, now),
    outcome: silent ? undefined : speech.outcome(made.outcome),
    failed: speech.isFailure(made.outcome),
    reasons: made.trace.map(speech.reason),
  }
}
