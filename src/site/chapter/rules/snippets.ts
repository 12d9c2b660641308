/** A snippet and its expected output come in pairs. */
import { start } from '../fault.ts'
import { faultOf, type Rule } from './rule.ts'

const name = 'snippet/expected-output'
const fault = faultOf(name)

export const snippetPairs: Rule = {
  name,
  check: ({ files, folder }) =>
    [...files.keys()].flatMap((path) => {
      const [, stem = '', ending = ''] = /^(snippets\/[^/]+?)(\.ts|\.expected\.txt)$/.exec(path) ?? []
      const other = stem + (ending === '.ts' ? '.expected.txt' : '.ts')
      if (ending === '' || files.has(other)) return []
      const todo =
        ending === '.ts'
          ? `Run it (node ${folder}/${path}), read what it prints, and keep that as the expected output.`
          : 'Delete it, or name it after its snippet.'
      return [fault(`${folder}/${path}`, start, `${folder}/${other} beside it`, 'no such file', todo)]
    }),
}
