import type { Reason } from '#models/cpu-time'
import type { Wording } from './types.ts'

/** A reason as a reader sees it: its sentence, and the id of its rule. */
export const wordReason =
  ({ reasons }: Wording) =>
  ({ rule, verdict, subject, facts }: Reason) => ({
    rule,
    verdict,
    // A table keyed by rule and the facts of that rule always fit; TypeScript cannot follow it through the index.
    text: (reasons[rule] as (subject: string, facts: unknown) => string)(subject, facts),
  })
