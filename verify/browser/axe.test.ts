/** Every page, both languages, both themes, widgets awake, with all that folds opened: no violation that axe knows of. */
import { globSync } from 'node:fs'
import { createRequire } from 'node:module'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type axe from 'axe-core'
import { projectRoot } from '../program/index.ts'
import { openBook, papers, type Book } from './open-book.ts'

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core'), 'utf8')
const pages = globSync('**/*.html', { cwd: join(projectRoot, 'dist') })
  .filter((file) => !file.startsWith('pagefind'))
  .map((file) => file.replace(/index\.html$/, ''))
  .sort()

let book: Book
beforeAll(async () => void (book = await openBook()))
afterAll(() => book.close())

/** Widgets hydrate when they are near; each is brought there, and is seen to have woken. */
async function wakeWidgets(page: Page) {
  for (const island of await page.locator('astro-island').all()) await island.scrollIntoViewIfNeeded()
  await page.waitForFunction(() => document.querySelector('astro-island[ssr]') === null)
}

/** A theme changes colours and nothing else, so the second time around these are all there is to look at. */
const onlyColours = {
  runOnly: ['color-contrast', 'link-in-text-block'],
  rules: { 'link-in-text-block': { enabled: true } },
} satisfies axe.RunOptions

test('the built site has its pages', () => expect(pages).toContain('zh-cn/namespaces/'))

const schemes = ['light', 'dark'] as const

// One page for both: a theme is a matter of CSS, and a chapter takes as long to open and wake as to be looked at.
describe.each(pages)('/%s', (path) => {
  let page: Page
  beforeAll(async () => {
    const context = await book.context({ bypassCSP: true })
    page = await context.newPage()
    expect((await page.goto(book.url(path)))?.status()).toBe(200)
    await wakeWidgets(page)
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true
    })
    await page.evaluate(axeSource)
  })
  afterAll(() => page.context().close())

  test.each(schemes)('in %s has no accessibility violation', async (colorScheme) => {
    await page.emulateMedia({ colorScheme })
    const paper = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    expect(paper).toBe(papers[colorScheme])
    const options: axe.RunOptions = {
      resultTypes: ['violations'],
      ...(colorScheme === 'dark' ? onlyColours : {}),
    }
    const { violations } = await page.evaluate(
      (given) => (window as unknown as { axe: typeof axe }).axe.run(given),
      options,
    )
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target }) => `${id}: ${target.join(' ')}`),
    )
    expect(found).toEqual([])
  })
})
