/** Both languages teach the same things in the same order. */
import { languages } from '../../language/languages.ts'
import type { Item } from '../outline.ts'
import type { Page } from '../read-chapter.ts'
import { start } from '../fault.ts'
import { faultOf, type Rule } from './rule.ts'

const missing = faultOf('chapter/missing-translation')

export const missingTranslation: Rule = {
  name: 'chapter/missing-translation',
  check: ({ pages, folder }) =>
    languages
      .filter((language) => !pages.some((page) => page.language === language))
      .map((language) =>
        missing(
          `${folder}/${language}.mdx`,
          start,
          `the chapter in ${languages.join(' and ')}`,
          'no such file',
          'Write it; both languages have the same steps, widgets, snippets and heading ids.',
        ),
      ),
}

const order = faultOf('chapter/order')

/** Only the first difference is told: those after it mostly follow from it. */
export const sameOrder: Rule = {
  name: 'chapter/order',
  check: ({ pages: [first, second] }) => {
    if (!first || !second) return []
    const expected = first.items.flatMap(landmark)
    const got = second.items.flatMap(landmark)
    const length = Math.max(expected.length, got.length)
    const index = Array.from({ length }, (_, i) => i).find((i) => expected[i]?.text !== got[i]?.text)
    if (index === undefined) return []
    const [wanted, found] = [expected[index], got[index]]
    const where = (page: Page, mark: Landmark | undefined) =>
      mark ? `${mark.text} (${page.file}:${mark.at.line})` : `nothing more (${page.file})`
    return [
      order(
        second.file,
        found?.at ?? got.at(-1)?.at ?? start,
        where(first, wanted),
        where(second, found),
        'Bring headings, steps, widgets, snippets and diagrams of both pages into one order.',
      ),
    ]
  },
}

type Landmark = { text: string; at: Item['at'] }

function landmark(item: Item): Landmark[] {
  switch (item.kind) {
    case 'heading':
      return [{ text: `${'#'.repeat(item.depth)} [#${item.id ?? ''}]`, at: item.at }]
    case 'step':
      return [{ text: `<Step of="${item.of}" id="${item.id}">`, at: item.at }]
    case 'widget':
      return [{ text: `<Widget name="${item.name}">`, at: item.at }]
    case 'snippet':
      return [{ text: `<Snippet name="${item.name}">`, at: item.at }]
    case 'diagram':
      return [{ text: `<Diagram name="${item.name}">`, at: item.at }]
    case 'term':
    case 'link':
    case 'fence':
      return []
  }
}
