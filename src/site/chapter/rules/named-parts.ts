/** What a page names is there: glossary terms, snippets, diagrams. (Widgets are code; the build looks for them.) */
import type { Item } from '../outline.ts'
import { faultOf, type Rule } from './rule.ts'

const term = faultOf('page/unknown-term')

export const unknownTerms: Rule = {
  name: 'page/unknown-term',
  check: ({ pages }, { terms }) =>
    pages.flatMap(({ file, items }) =>
      items
        .filter((item) => item.kind === 'term')
        .filter(({ id }) => !terms.has(id))
        .map(({ id, at }) =>
          term(
            file,
            at,
            'an id of content/glossary.yaml',
            `<Term id="${id}">`,
            `Correct the id, or add ${id} to the glossary.`,
          ),
        ),
    ),
}

const partFile = {
  snippet: (name: string) => `snippets/${name}.ts`,
  diagram: (name: string) => `diagrams/${name}.svg`,
}
type FilePart = Extract<Item, { kind: 'snippet' | 'diagram' }>

const isFilePart = (item: Item): item is FilePart => item.kind === 'snippet' || item.kind === 'diagram'
const part = faultOf('page/unknown-part')

export const unknownParts: Rule = {
  name: 'page/unknown-part',
  check: ({ pages, files, folder }) =>
    pages.flatMap(({ file, items }) =>
      items
        .filter(isFilePart)
        .filter(({ kind, name }) => !files.has(partFile[kind](name)))
        .map(({ kind, name, at }) =>
          part(
            file,
            at,
            `a file ${folder}/${partFile[kind](name)}`,
            `the ${kind} ${name}; there is no such file`,
            'Correct the name, or add the file.',
          ),
        ),
    ),
}
