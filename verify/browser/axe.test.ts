/** Every page, both languages, both themes, with all that folds opened: no violation that axe knows of. */
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type axe from 'axe-core'
import { openBook, type Book } from './open-book.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const paths = ['', 'namespaces/', 'glossary/', 'proof/', '404.html']
const pages = paths.flatMap((path) => (path === '404.html' ? [path] : [path, `zh-cn/${path}`]))

let book: Book
beforeAll(async () => void (book = await openBook()))
afterAll(() => book.close())

test.for(pages.flatMap((path) => (['light', 'dark'] as const).map((scheme) => ({ path, scheme }))))(
  '/$path in $scheme has no accessibility violation',
  async ({ path, scheme }) => {
    const context = await book.context({ colorScheme: scheme, bypassCSP: true })
    const page = await context.newPage()
    expect((await page.goto(book.url(path)))?.status()).toBe(200)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    await page.waitForLoadState('networkidle')
    await page.evaluate(axeSource)
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    )
    expect(found).toEqual([])
    await context.close()
  },
)
