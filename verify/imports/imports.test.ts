import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../program/index.ts'
import { checkImports } from './check-imports.ts'
import { findCycles } from './find-cycles.ts'
import { readImports } from './read-imports.ts'
import { resolveImport, type ImportMap } from './resolve-import.ts'
import { table } from './table.ts'

const { imports } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
  imports: ImportMap
}

test('no import of the project leaves the table, and none goes round', () => {
  const paths = globSync('{src,verify,content}/**/*.{ts,tsx,mts,js,mjs,astro,mdx}', { cwd: projectRoot })
  const files = new Map(
    paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(projectRoot, path), 'utf8')]),
  )
  expect(files.size).toBeGreaterThan(50)
  const faults = checkImports(files, imports)
  expect(faults, faults.join('\n')).toEqual([])
})

const check = (files: Record<string, string>) => checkImports(new Map(Object.entries(files)), imports)

describe('a planted import is seen', () => {
  test.each([
    [
      'src/kit/random.ts',
      "import { cpu } from '#kubernetes'",
      'src/kit/random.ts:1: #kubernetes: kit may import nothing; got kubernetes.',
    ],
    [
      'src/models/cgroups/step.ts',
      "export { fork } from '#models/namespaces'",
      'src/models/cgroups/step.ts:1: #models/namespaces: models/cgroups may import kit, kubernetes; got models/namespaces.',
    ],
    [
      'src/wording/cgroups/en.ts',
      "import { step } from '#models/cgroups'",
      'src/wording/cgroups/en.ts:1: #models/cgroups: wording/cgroups may import types of models/cgroups; got models/cgroups.',
    ],
    [
      'src/wording/cgroups/en.ts',
      "import type { Rule } from '#models/namespaces'",
      'src/wording/cgroups/en.ts:1: #models/namespaces: wording/cgroups may import types of models/cgroups; got models/namespaces.',
    ],
    [
      'src/widgets/pids/Island.tsx',
      "const x = await import('../tree/draw.ts')",
      'src/widgets/pids/Island.tsx:1: ../tree/draw.ts: widgets/pids may import kit, kubernetes, models/*, wording/*, widgets/kit; got widgets/tree.',
    ],
    [
      'src/site/layout/Page.astro',
      "---\n\nimport { serve } from '#verify/serve/index.ts'\n---\n<p>{serve}</p>",
      'src/site/layout/Page.astro:3: #verify/serve/index.ts: site may import kit, kubernetes, transcript, ledger, conformance, models/*, wording/*, widgets/*, site/*, content; got verify.',
    ],
    [
      'src/site/layout/Page.astro',
      "---\n---\n<p>x</p>\n<script>\n  import '../../../verify/x.ts'\n</script>",
      'src/site/layout/Page.astro:5: ../../../verify/x.ts: site may import kit, kubernetes, transcript, ledger, conformance, models/*, wording/*, widgets/*, site/*, content; got verify.',
    ],
    [
      'content/namespaces/en.mdx',
      "# x\n\nimport { x } from '#verify/cli.ts'\n",
      'content/namespaces/en.mdx:3: #verify/cli.ts: content may import kit, kubernetes, transcript, ledger, conformance, models/*, wording/*, widgets/*, site, site/*; got verify.',
    ],
    [
      'verify/cli.ts',
      "type Words = import('#site/language/index.ts').Words",
      'verify/cli.ts:1: #site/language/index.ts: verify may import kit, kubernetes, transcript, ledger, conformance, models/*, wording/*, site/chapter; got site.',
    ],
    [
      'src/transcript/parse.ts',
      "import { readFileSync } from 'node:fs'",
      'src/transcript/parse.ts:1: node:fs: expected no module of Node in transcript, which is pure. Hand in what it needs.',
    ],
    [
      'verify/cli.ts',
      "import { parse } from '../src/transcript/index.ts'",
      "verify/cli.ts:1: ../src/transcript/index.ts: expected a name of package.json's imports (#…) from verify to transcript, got a path.",
    ],
    [
      'verify/cli.ts',
      "import '#nowhere'",
      "verify/cli.ts:1: #nowhere: expected a name in package.json's imports, found none.",
    ],
    [
      'src/drawing/x.ts',
      "import 'preact'",
      'src/drawing/x.ts:1: preact: expected a folder of verify/imports/table.ts, got drawing. Add it there, or move it.',
    ],
  ])('%s: %j', (file, source, message) => {
    expect(check({ [file]: source })).toEqual([message])
  })
})

test.each([
  [
    'src/models/cgroups/step.ts',
    "import { cpu } from '#kubernetes'\nimport './rules.ts'\nimport fc from 'fast-check'",
  ],
  ['src/wording/cgroups/en.ts', "import { type Rule } from '#models/cgroups'"],
  ['src/transcript/parse.test.ts', "import { readFileSync } from 'node:fs'"],
  ['src/site/parts/Widget.astro', "---\nconst all = import.meta.glob('../../widgets/*/Island.astro')\n---\n"],
  ['src/pages/index.astro', "---\nimport Page from '../site/layout/Page.astro'\n---\n"],
  ['verify/cli.ts', "import { chapters } from '#site/chapter/index.ts'\nimport { match } from '#transcript'"],
  ['content/namespaces/en.mdx', "```ts\nimport { x } from '#verify/cli.ts'\n```\n"],
])('%s: %j is allowed', (file, source) => expect(check({ [file]: source })).toEqual([]))

describe('cycles', () => {
  test('a planted cycle is seen, its shortest way told once', () => {
    const files = {
      'src/kit/a.ts': "import './b.ts'",
      'src/kit/b.ts': "export * from './c.ts'\nimport './d.ts'",
      'src/kit/c.ts': "const a = () => import('./a.ts')",
      'src/kit/d.ts': "import type { A } from './b.ts'",
    }
    expect(check(files)).toEqual([
      'a cycle: src/kit/a.ts → src/kit/b.ts → src/kit/c.ts → src/kit/a.ts. Move what both need to a third file.',
    ])
  })

  test('a file that imports itself; a diamond that is none', () => {
    const graph = (edges: Record<string, string[]>) =>
      new Map(Object.entries(edges).map(([from, to]) => [from, new Set(to)]))
    expect(findCycles(graph({ a: ['a'] }))).toEqual([['a', 'a']])
    expect(findCycles(graph({ a: ['b', 'c'], b: ['d'], c: ['d'] }))).toEqual([])
    expect(findCycles(graph({ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }))).toHaveLength(2)
  })
})

test('every way of importing is read, and what only looks like one is not', () => {
  const source = `import a from './a.ts'
import type { B } from './b.ts'
import { type C, type D } from './c.ts'
import { type E, f } from './d.ts'
import './e.css'
export * from './f.ts'
export type { G } from './g.ts'
const h = await import('./h.ts')
type I = import('./i.ts').I
const j = import.meta.glob<string>(['./j/*.ts', './k/*.ts'], { query: '?raw' })
const l = new Worker(new URL('./l.ts', import.meta.url))
const no = "import './no.ts'" // import './no.ts'
/* import './no.ts' */ const m = new URL('./no.ts', 'https://elsewhere')
`
  const shown = readImports('x.ts', source).map(({ specifier, line, only, how }) => [
    line,
    specifier,
    only,
    how,
  ])
  expect(shown).toEqual([
    [1, './a.ts', 'value', 'module'],
    [2, './b.ts', 'type', 'module'],
    [3, './c.ts', 'type', 'module'],
    [4, './d.ts', 'value', 'module'],
    [5, './e.css', 'value', 'module'],
    [6, './f.ts', 'value', 'module'],
    [7, './g.ts', 'type', 'module'],
    [8, './h.ts', 'value', 'module'],
    [9, './i.ts', 'type', 'module'],
    [10, './j/*.ts', 'value', 'glob'],
    [10, './k/*.ts', 'value', 'glob'],
    [11, './l.ts', 'value', 'module'],
  ])
})

test.each([
  ['#models/cgroups', 'src/models/cgroups/index.ts'],
  ['#widgets/kit', 'src/widgets/kit/index.ts'],
  ['#widgets/pids/Island.tsx', 'src/widgets/pids/Island.tsx'],
  ['../kit/index.ts?raw', 'src/kit/index.ts'],
  ['/content/glossary.yaml?raw', 'content/glossary.yaml'],
  ['preact', undefined],
  ['node:fs', undefined],
])('%s is %s', (specifier, file) => {
  expect(resolveImport(specifier, 'src/models/x.ts', imports)).toBe(file)
})

test('each folder stands in the table once', () => {
  const names = table.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})
