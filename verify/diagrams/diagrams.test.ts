import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { projectRoot } from '../program/index.ts'
import { themeOf, useTokens } from './colours.ts'
import { findDiagrams } from './find-diagrams.ts'

const diagrams = await findDiagrams(projectRoot)

test('every drawing is that of its source', () => {
  expect(diagrams.length).toBeGreaterThan(0)
  const stale = diagrams.filter(({ stale }) => stale).map(({ drawing }) => drawing)
  expect(stale, 'Not drawn from the source beside it. Run npm run diagrams.').toEqual([])
})

test.each(diagrams)(
  '$drawing is light, has no script, and both colours of each token',
  async ({ drawing, theme }) => {
    const svg = await readFile(join(projectRoot, drawing), 'utf8')
    expect(svg.length).toBeLessThan(30_000)
    expect(svg).not.toMatch(
      /<script|<foreignObject|https?:\/\/(?!www\.w3\.org)|#010101|#020202|#030303|#040404|#050505/,
    )
    expect(svg).toContain(theme)
    expect(svg).toContain('var(--ink)')
  },
)

test('a changed source, another palette and a missing drawing are seen', async () => {
  const root = await mkdtemp(join(tmpdir(), 'diagrams-'))
  onTestFinished(() => rm(root, { recursive: true }))
  const folder = 'content/namespaces/diagrams'
  for (const path of [folder, 'src/site/styles'])
    await cp(join(projectRoot, path), join(root, path), { recursive: true })
  const isStale = async () => (await findDiagrams(root)).some(({ stale }) => stale)
  expect(await isStale()).toBe(false)

  const change = async (path: string, from: string, to: string) => {
    const before = await readFile(join(root, path), 'utf8')
    await writeFile(join(root, path), before.replace(from, to))
    expect(await isStale()).toBe(true)
    await writeFile(join(root, path), before)
    expect(await isStale()).toBe(false)
  }
  await change(`${folder}/owners.mmd`, 'uts', 'net')
  await change('src/site/styles/tokens.css', '--ink: light-dark(#', '--ink: light-dark(#0')
  await rm(join(root, folder, 'owners.svg'))
  expect(await isStale()).toBe(true)
})

test('a token that is gone is an error that says where', () => {
  expect(() => themeOf(':root { --paper: #fff; }')).toThrow('tokens.css: expected --paper')
})

test('stand-ins become tokens, however they are spelt', () => {
  expect(useTokens('a{fill:#030303;stroke:rgb(4, 4,4)}b{fill:#010203}')).toBe(
    'a{fill:var(--ink);stroke:var(--quiet)}b{fill:#010203}',
  )
})
