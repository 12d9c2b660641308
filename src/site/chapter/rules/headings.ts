/** Headings carry ids of their own, so that a link survives a new title and both languages share it. */
import { faultOf, type Rule } from './rule.ts'

const name = 'page/heading-id'
const fault = faultOf(name)

export const headingIds: Rule = {
  name,
  check: ({ pages }) =>
    pages.flatMap(({ file, items }) => {
      const seen = new Map<string, number>()
      return items
        .filter((item) => item.kind === 'heading')
        .flatMap(({ depth, id, text, at }) => {
          if (depth === 1) {
            return [
              fault(file, at, 'headings from ## on', `# ${text}`, 'The title stands in the front matter.'),
            ]
          }
          if (id === undefined) {
            const todo = `Write ${'#'.repeat(depth)} ${text} [#some-id], of a-z, 0-9 and -.`
            return [fault(file, at, 'a heading with an id', `${'#'.repeat(depth)} ${text}`, todo)]
          }
          const before = seen.get(id)
          seen.set(id, before ?? at.line)
          if (before === undefined) return []
          return [
            fault(file, at, 'an id once a page', `#${id}, as in line ${before}`, 'Give one another id.'),
          ]
        })
    }),
}
