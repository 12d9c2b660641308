import type { Files, Reason } from '#models/pod-cgroups'
import type { WordedReason } from '#widgets/kit'
import type { Wording } from '#wording/pod-cgroups'

// The table of words has a function per rule; which of them fits this reason, only its rule says.
export const wordReason = (wording: Wording, { rule, verdict, subject, facts }: Reason): WordedReason => {
  const word = wording.reasons[rule] as (subject: string, facts: Reason['facts']) => string
  return { rule, verdict, text: word(subject, facts) }
}

/** What changed, for who listens: the Pod's own values. */
export const podValues = ({ groups }: Files): string =>
  (groups.find(({ level }) => level === 'pod')?.files ?? [])
    .map(({ name, value }) => `${name} ${value}`)
    .join(', ')
