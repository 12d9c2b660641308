import { isInternal, type Move, type Outcome, type Reason } from '#models/namespaces'
import type { Wording } from '#wording/namespaces'
import { frameAt, type WordedReason } from '#widgets/kit'
import { nameAt } from './rows.ts'
import type { Story } from './story.ts'

// A table keyed by a tag and a value with that tag always fit; TypeScript cannot follow it through the index.
type Say<T> = (value: T) => string

export const wordReason = (wording: Wording, reason: Reason): WordedReason => ({
  rule: reason.rule,
  verdict: reason.verdict,
  text: (wording.reasons[reason.rule] as (subject: string, facts: unknown) => string)(
    reason.subject,
    reason.facts,
  ),
})

export const wordMove = (wording: Wording, by: string, move: Move): string =>
  (wording.moves[move.do] as (by: string, move: Move) => string)(by, move)

export const wordOutcome = (wording: Wording, outcome: Outcome): string =>
  (wording.outcomes[outcome.is] as Say<Outcome>)(outcome)

export type Happening = {
  readonly move: string
  /** what the caller is told; nobody is, when the system moves by itself */
  readonly outcome: string | undefined
  readonly failed: boolean
  readonly reasons: readonly WordedReason[]
}

export const sentenceOf = ({ move, outcome }: Happening): string => (outcome ? `${move} → ${outcome}` : move)

/** What happened to bring this instant about; nothing, for the first. */
export const happeningAt = (wording: Wording, story: Story, now: number): Happening | undefined => {
  const { made } = frameAt(story.frames, now)
  if (!made) return undefined
  return {
    move: wordMove(wording, nameAt(story, now, made.move.by), made.move),
    outcome:
      isInternal(made.move) && made.outcome.is === 'done' ? undefined : wordOutcome(wording, made.outcome),
    failed: ['error', 'panic', 'no-actor'].includes(made.outcome.is),
    reasons: made.trace.map((reason) => wordReason(wording, reason)),
  }
}
