/** What a chapter owes has a home that exists; a complete chapter owes nothing any more. */
import type { Chapter } from '../read-chapter.ts'
import { start } from '../fault.ts'
import { faultOf, type Rule } from './rule.ts'

const name = 'chapter/topics'
const fault = faultOf(name)

export const topicHomes: Rule = {
  name,
  check: (chapter) => {
    const { topics, pages, folder } = chapter
    const complete = pages.some(({ front }) => front?.status === 'complete')
    if (topics === undefined) {
      if (!complete) return []
      const todo = 'List each phrase of the chapter with its heading id or transcript#step.'
      return [
        fault(`${folder}/topics.yaml`, start, 'topics.yaml in a complete chapter', 'no such file', todo),
      ]
    }
    const homes = homesOf(chapter)
    return topics.topics.flatMap(({ phrase, home, at }) => {
      if (home === undefined) {
        if (!complete) return []
        const todo = 'Teach it and name its heading or step, or set the status back to growing.'
        return [
          fault(
            topics.file,
            at,
            'a home for every phrase of a complete chapter',
            `none for “${phrase}”`,
            todo,
          ),
        ]
      }
      if (homes.has(home)) return []
      const expected = 'a heading id of this chapter, or transcript#step'
      return [
        fault(
          topics.file,
          at,
          expected,
          `${home}, for “${phrase}”`,
          'Correct it, or leave it empty for now.',
        ),
      ]
    })
  },
}

function homesOf({ pages, transcripts }: Chapter): Set<string> {
  const headings = pages.flatMap(({ items }) =>
    items.flatMap((item) => (item.kind === 'heading' && item.id !== undefined ? [item.id] : [])),
  )
  const steps = [...transcripts].flatMap(([name, { steps }]) => steps.map(({ id }) => `${name}#${id}`))
  return new Set([...headings, ...steps])
}
