import { expect, test } from 'vitest'
import { readOutline } from './index.ts'

const items = (source: string) => readOutline(source, 'en.mdx').items

test('everything that a page names, in order, with its place', () => {
  const source = `---
title: Namespaces
---

## 进程 *一* [#process-1]

A <Term id="pid">PID</Term>, a [link](/cgroups/#tree) and <a href="/x/">another</a>.

<Step of="pid" id="first" />

<Aside>

### Deeper [#deeper]

<Widget name="pids" />

</Aside>

<Snippet name="orphan" />
<Diagram name="tree" />

\`\`\`c title="x.c"
int main;
\`\`\`
`
  expect(items(source)).toEqual([
    { kind: 'heading', depth: 2, id: 'process-1', text: '进程 一', at: { line: 5, column: 1 } },
    { kind: 'term', id: 'pid', at: { line: 7, column: 3 } },
    { kind: 'link', to: '/cgroups/#tree', at: { line: 7, column: 32 } },
    { kind: 'link', to: '/x/', at: { line: 7, column: 59 } },
    { kind: 'step', of: 'pid', id: 'first', at: { line: 9, column: 1 } },
    { kind: 'heading', depth: 3, id: 'deeper', text: 'Deeper', at: { line: 13, column: 1 } },
    { kind: 'widget', name: 'pids', at: { line: 15, column: 1 } },
    { kind: 'snippet', name: 'orphan', at: { line: 19, column: 1 } },
    { kind: 'diagram', name: 'tree', at: { line: 20, column: 1 } },
    { kind: 'fence', language: 'c', text: 'int main;', at: { line: 22, column: 1 } },
  ])
  expect(readOutline(source, 'en.mdx').frontMatter).toBe('title: Namespaces')
})

test.each([
  ['a fence', '```mdx\n<Step of="a" id="b" />\n## No [#no]\n```', ['fence']],
  ['a longer fence', '````\n```\n## No [#no]\n```\n````', ['fence']],
  ['a fence of tildes in a list', '- x\n\n  ~~~sh\n  ls\n  ~~~', ['fence']],
  ['inline code', 'a `<Step of="a" id="b" />` b', []],
  ['a comment', '{/* <Step of="a" id="b" /> */}', []],
  ['a comment of many lines', '{/*\n## No [#no]\n\n<Step of="a" id="b" />\n*/}', []],
  ['an import', "import Step from './step'\n\nexport const x = '<Widget name=\"y\" />'", []],
  ['an underlined heading', 'Title [#title]\n-----', ['heading']],
  ['a tag over many lines', '<Step\n  of="a"\n  id="b"\n/>', ['step']],
])('%s is read as the renderer reads it', (_, source, kinds) => {
  expect(items(source).map(({ kind }) => kind)).toEqual(kinds)
})

test.each([
  [
    '\n<Step of="pid" />',
    {
      file: 'en.mdx',
      at: { line: 2, column: 1 },
      rule: 'page/part',
      expected: '<Step of="…" id="…">',
      got: '<Step> without id as quoted text',
      todo: 'Write id="…"; an expression in braces cannot be checked.',
    },
  ],
  [
    '<Widget name={x} />',
    {
      file: 'en.mdx',
      at: { line: 1, column: 1 },
      rule: 'page/part',
      expected: '<Widget name="…">',
      got: '<Widget> without name as quoted text',
      todo: 'Write name="…"; an expression in braces cannot be checked.',
    },
  ],
  [
    'ok\n\na <Step of="x',
    {
      file: 'en.mdx',
      at: { line: 3, column: 3 },
      rule: 'mdx/syntax',
      expected: 'MDX that can be read',
      got: expect.stringContaining('expected a valid JSX tag') as string,
      todo: 'Close every tag and brace; write a literal < or { between backticks.',
    },
  ],
])('%j is a fault', (source, fault) => {
  expect(readOutline(source, 'en.mdx').faults).toEqual([fault])
})
