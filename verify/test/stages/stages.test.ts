import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { checkContent } from './content.ts'
import { runSnippets } from './snippets.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function book(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'nodebook-stages-'))
  folders.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('snippets: right, wrong, failing, without expected output', async () => {
  const at = (name: string) => `content/namespaces/snippets/${name}`
  const root = book({
    [at('right.ts')]: 'const n: number = 1\nconsole.log(n)\n',
    [at('right.expected.txt')]: '1\n',
    [at('wrong.ts')]: 'console.log(1)\nconsole.log(3)\n',
    [at('wrong.expected.txt')]: '1\n2\n',
    [at('failing.ts')]: 'throw new Error("no")\n',
    [at('failing.expected.txt')]: '',
    [at('lonely.ts')]: '',
  })
  const { passed, failures } = await runSnippets(root)
  expect(passed).toBe(1)
  expect(failures.map(({ what }) => what)).toEqual(
    ['failing', 'lonely', 'wrong'].map((name) => at(`${name}.ts`)),
  )
  expect(failures[0]?.message).toMatch(/^Expected exit status 0, got 1\.[\s\S]*Error: no/)
  expect(failures[1]?.message).toContain('there is no such file')
  expect(failures[2]?.message).toBe(
    [
      `${at('wrong.expected.txt')}:2`,
      'expected: 2',
      'got:      3',
      `If the new output is right, write it to ${at('wrong.expected.txt')}.`,
    ].join('\n'),
  )
})

test('content: chapters are found, faults are told with their place', async () => {
  const root = book({
    'content/glossary.yaml': '',
    'content/cgroups/en.mdx':
      '---\ntitle: Cgroups\nlede: a\ndescription: b\nstatus: growing\n---\n\n<Term id="x" />\n',
  })
  mkdirSync(join(root, 'content/images'))
  const { failures, passed } = await checkContent(root)
  expect(passed).toBeGreaterThan(5)
  expect(failures.map(({ what }) => what)).toEqual([
    'cgroups: chapter/missing-translation',
    'cgroups: page/unknown-term',
  ])
  expect(failures[1]?.message).toContain('content/cgroups/en.mdx:8:1: page/unknown-term')
})

test('neither stage passes on nothing', async () => {
  const root = book({})
  expect(await checkContent(root)).toMatchObject({ passed: 0, skips: [{ what: 'content' }] })
  expect(await runSnippets(root)).toMatchObject({ passed: 0, skips: [{ what: 'snippets' }] })
})
