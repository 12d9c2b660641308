/** A chapter of the book has one state, whichever language it is read in. */
import { chapterOf, chapters } from '../chapters.ts'
import { start } from '../fault.ts'
import { faultOf, type Rule } from './rule.ts'

const known = faultOf('chapter/unknown')

export const unknownChapter: Rule = {
  name: 'chapter/unknown',
  check: ({ slug, folder }) => {
    if (chapterOf(slug)) return []
    const expected = `one of ${chapters.map((chapter) => chapter.slug).join(', ')}`
    return [
      known(folder, start, expected, slug, 'Rename the folder, or add it to src/site/chapter/chapters.ts.'),
    ]
  },
}

const status = faultOf('chapter/status')

export const sameStatus: Rule = {
  name: 'chapter/status',
  check: ({ pages: [first, second] }) => {
    if (!first?.front || !second?.front || first.front.status === second.front.status) return []
    const expected = `status: ${first.front.status}, as in ${first.file}`
    return [
      status(
        second.file,
        start,
        expected,
        `status: ${second.front.status}`,
        'Complete both languages together.',
      ),
    ]
  },
}
