/** From a model's tables of words to sentences. */
import type { Reason } from '#kit'
import type { WordedReason } from './Reasons.tsx'

type Sentence = (...about: never) => string

/** A table keyed by a tag and a value with that tag always fit; TypeScript cannot follow it through the index. */
export const say = <Tag extends string>(
  table: Readonly<Record<Tag, Sentence>>,
  tag: Tag,
  ...about: readonly unknown[]
): string => (table[tag] as (...about: readonly unknown[]) => string)(...about)

/** A reason as a reader sees it: its sentence, and the id of its rule. */
export const wordReason =
  <Rule extends string>(reasons: Readonly<Record<Rule, Sentence>>) =>
  ({ rule, verdict, subject, facts }: Reason<Rule>): WordedReason => ({
    ...{ rule, verdict },
    text: say(reasons, rule, subject, facts),
  })
