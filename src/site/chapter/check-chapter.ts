/** All rules over one chapter. Each rule is one check, so that what passed can be counted. */
import type { Fault } from './fault.ts'
import { readChapter, type ChapterFiles } from './read-chapter.ts'
import { bareFences } from './rules/bare-fences.ts'
import { headingIds } from './rules/headings.ts'
import { missingTranslation, sameOrder } from './rules/languages.ts'
import { unknownParts, unknownTerms } from './rules/named-parts.ts'
import type { Book, Rule } from './rules/rule.ts'
import { snippetPairs } from './rules/snippets.ts'
import { sameStatus, unknownChapter } from './rules/status.ts'
import { stepsNotShown, unknownSteps } from './rules/steps.ts'
import { topicHomes } from './rules/topics.ts'

const readable: Rule = { name: 'chapter/readable', check: ({ faults }) => faults }

export const chapterRules: readonly Rule[] = [
  readable,
  unknownChapter,
  missingTranslation,
  sameStatus,
  sameOrder,
  headingIds,
  bareFences,
  unknownSteps,
  stepsNotShown,
  unknownTerms,
  unknownParts,
  snippetPairs,
  topicHomes,
]

export type Checked = { rule: string; faults: Fault[] }

export function checkChapter(slug: string, files: ChapterFiles, book: Book): Checked[] {
  const chapter = readChapter(slug, files)
  return chapterRules.map(({ name, check }) => ({ rule: name, faults: check(chapter, book) }))
}
