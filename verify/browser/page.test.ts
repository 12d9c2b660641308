/** What a reader does with any page: choose colours, switch language, search, copy, print, or bring no JavaScript. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { openBook, papers, type Book } from './open-book.ts'

let book: Book
beforeAll(async () => void (book = await openBook()))
afterAll(() => book.close())

async function read<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const context = await book.context(options)
  try {
    const page = await context.newPage()
    expect((await page.goto(book.url(path)))?.status()).toBe(200)
    return await look(page)
  } finally {
    await context.close()
  }
}

const paper = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const { light, dark } = papers

test('colours follow the system', async () => {
  expect(await read('', { colorScheme: 'light' }, paper)).toBe(light)
  expect(await read('', { colorScheme: 'dark' }, paper)).toBe(dark)
})

test('a chosen theme outlives the page and is there at the first paint', async () => {
  await read('', { colorScheme: 'light' }, async (page) => {
    await page.getByLabel('Colours').selectOption('dark')
    expect(await paper(page)).toBe(dark)
    // Seen by the first script of the next page's body, before anything is painted.
    await page.addInitScript(() => {
      new MutationObserver((_, watch) => {
        if (!document.body) return
        watch.disconnect()
        Object.assign(window, { first: document.documentElement.dataset['theme'] })
      }).observe(document, { childList: true, subtree: true })
    })
    await page.goto(book.url('glossary/'))
    expect(await page.evaluate(() => (window as unknown as { first: string }).first)).toBe('dark')
    expect(await paper(page)).toBe(dark)
  })
})

test('the language switch keeps the place on the page', async () => {
  await read('namespaces/', {}, async (page) => {
    await page.locator('#signals').scrollIntoViewIfNeeded()
    await page.evaluate(() => document.getElementById('signals')!.scrollIntoView({ behavior: 'instant' }))
    await page
      .locator('[data-contents] a[href="#signals"][aria-current="true"]')
      .waitFor({ state: 'attached' })
    await page.getByRole('link', { name: '简体中文' }).click()
    await page.waitForURL('**/zh-cn/namespaces/#signals')
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  })
})

test.for([
  { path: '', query: 'unshare', finds: 'Namespaces', misses: '命名空间' },
  { path: 'zh-cn/', query: '命名空间', finds: '命名空间', misses: 'Namespaces' },
  { path: 'zh-cn/', query: 'unshare', finds: '命名空间', misses: 'Namespaces' },
])('search on /$path finds “$query” in its own language', async ({ path, query, finds, misses }) => {
  await read(path, {}, async (page) => {
    await page.keyboard.press('/')
    await page.getByRole('searchbox').fill(query)
    const links = page.locator('dialog.search ol a')
    await links.first().waitFor()
    const titles = (await links.allTextContents()).join('\n')
    expect(titles).toContain(finds)
    expect(titles).not.toContain(misses)
    await page.keyboard.press('Escape')
    expect(await page.locator('dialog.search[open]').count()).toBe(0)
  })
})

test('the copy button copies commands and no output', async () => {
  await read('namespaces/', { permissions: ['clipboard-read', 'clipboard-write'] }, async (page) => {
    const step = page.locator('[id="process-1.first"]')
    await step.getByRole('button', { name: 'Copy' }).first().click()
    await page.getByText('Copied', { exact: true }).waitFor()
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toBe(`unshare --pid --fork --mount-proc sh -c 'echo "I am $$"; ps -o pid,ppid,comm'`)
  })
})

test('on a phone the contents are a drawer that keyboard and touch open and close', async () => {
  await read(
    'namespaces/',
    { viewport: { width: 390, height: 800 }, javaScriptEnabled: false },
    async (page) => {
      const contents = page.getByRole('navigation', { name: 'Contents' })
      expect(await contents.isVisible()).toBe(false)
      await page.getByRole('button', { name: 'Contents' }).press('Enter')
      expect(await contents.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await contents.isVisible()).toBe(false)
    },
  )
})

test.for(['', 'namespaces/', 'glossary/', 'zh-cn/', 'zh-cn/namespaces/', 'zh-cn/glossary/'])(
  '/%s fits a phone without scrolling sideways',
  async (path) => {
    const width = await read(path, { viewport: { width: 390, height: 800 } }, (page) =>
      page.evaluate(() => document.documentElement.scrollWidth),
    )
    expect(width).toBe(390)
  },
)

test('without JavaScript the page still teaches, and offers no dead button', async () => {
  await read('namespaces/', { javaScriptEnabled: false }, async (page) => {
    const predict = page.locator('.predict details').first()
    expect(await predict.locator('p').first().isVisible()).toBe(false)
    await predict.locator('summary').click()
    expect(await predict.locator('p').first().isVisible()).toBe(true)
    expect(await page.locator('.needs-js:visible').count()).toBe(0)
  })
})

test('nothing on the page breaks its security policy', async () => {
  const context = await book.context()
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(book.url('namespaces/'))
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  await page.waitForLoadState('networkidle')
  expect(errors).toEqual([])
  await context.close()
})

test('on paper folds stand open and buttons are gone', async () => {
  await read('namespaces/', {}, async (page) => {
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.predict details p').first().isVisible()).toBe(true)
    // A widget's processes are buttons too, and stay: they are its picture.
    expect(await page.locator('button:visible:not(.widget-frame table *)').count()).toBe(0)
  })
})
