/** *PIDs at every depth* by keyboard alone: from the first state to the last and back, and each state from its link. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { openBook, type Book } from './open-book.ts'

let book: Book
beforeAll(async () => void (book = await openBook()))
afterAll(() => book.close())

type Shown = { clock: string; rows: string; link: string }

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => ({
    clock: document.querySelector('.transport output')!.textContent!,
    rows: document.querySelector('.widget-frame table')!.textContent!,
    link: location.hash,
  }))

async function open(hash = '', options = {}): Promise<Page> {
  const page = await (await book.context(options)).newPage()
  await page.goto(book.url(`namespaces/${hash}`))
  await page.locator('.widget-frame').first().scrollIntoViewIfNeeded()
  await page.waitForSelector('astro-island:not([ssr])')
  return page
}

/** Presses Tab until the slider of the transport has the focus, as a reader without a mouse does. */
async function tabToSlider(page: Page) {
  for (let presses = 0; presses < 600; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.matches('.transport input'))) return
    await page.keyboard.press('Tab')
  }
  throw new Error('600 presses of Tab never reached the slider')
}

test('the keyboard alone goes from the first state to the last and back, and each state has its own link', async () => {
  const page = await open()
  await tabToSlider(page)
  const first = await shown(page)
  const forth: Shown[] = [first]
  const length = Number(first.clock.split('/')[1])
  expect(length).toBeGreaterThan(2)
  for (let at = 1; at <= length; at += 1) {
    await page.keyboard.press('ArrowRight')
    // The address follows after the picture.
    await page.waitForFunction((n) => location.hash.endsWith(`.${n}`), at)
    forth.push(await shown(page))
  }
  expect(new Set(forth.map(({ rows }) => rows)).size).toBeGreaterThan(2)
  expect([...new Set(forth.map(({ link }) => link))]).toEqual(forth.map(({ link }) => link))
  for (const state of forth.toReversed().slice(1)) {
    await page.keyboard.press('ArrowLeft')
    await page.waitForFunction(
      (clock) => document.querySelector('.transport output')!.textContent === clock,
      state.clock,
    )
    expect((await shown(page)).rows).toBe(state.rows)
  }
  await page.keyboard.press('End')
  await page.waitForFunction(
    (n) => document.querySelector('.transport output')!.textContent!.startsWith(`${n}/`),
    length,
  )
  await page.context().close()

  for (const state of forth.slice(1)) {
    const again = await open(state.link)
    expect(await shown(again)).toEqual(state)
    await again.context().close()
  }
})

test.for(['#pids-at-every-depth=%%%%', '#pids-at-every-depth=orphan.99999', '#pids-at-every-depth='])(
  'a rubbish link (%s) opens the first state and throws nothing',
  async (hash) => {
    const page = await (await book.context()).newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(book.url(`namespaces/${hash}`))
    await page.locator('.widget-frame').first().scrollIntoViewIfNeeded()
    await page.waitForSelector('astro-island:not([ssr])')
    expect((await shown(page)).clock).toMatch(/^\d+\/\d+$/)
    expect(errors).toEqual([])
    await page.context().close()
  },
)

test('without JavaScript the widget shows its first state, and its whole story as a table', async () => {
  const context = await book.context({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(book.url('namespaces/'))
  const widget = page.locator('.widget-frame').first()
  expect(await widget.locator('table').first().isVisible()).toBe(true)
  const story = widget.locator('details:has(table)').last()
  if (!(await story.getAttribute('open').then((open) => open !== null)))
    await story.locator('summary').first().click()
  expect(await story.locator('table tr').count()).toBeGreaterThan(3)
  await context.close()
})
