/** Every widget with a clock, by keyboard alone: from the first state to the last and back, and each state from its link. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BrowserContext, Page } from 'playwright-core'
import { projectRoot } from '../program/index.ts'
import { openBook, patience, type Book } from './open-book.ts'

let book: Book
/** One reader who goes from page to page: what a page has in common with the last is not fetched and compiled again. */
let reader: BrowserContext
beforeAll(async () => {
  book = await openBook()
  reader = await book.context()
})
afterAll(() => book.close())

type Widget = { path: string; id: string }

const dist = join(projectRoot, 'dist')

/** As built: a widget is a section with an id; its slider comes before the next widget begins. */
const widgets: Widget[] = globSync('*/index.html', { cwd: dist }).flatMap((file) =>
  readFileSync(join(dist, file), 'utf8')
    .split(/<section class="widget[^"]*" /)
    .slice(1)
    .filter((html) => html.includes('class="transport"'))
    .map((html) => ({
      path: file.replaceAll('\\', '/').replace(/index\.html$/, ''),
      id: /^id="([^"]+)"/.exec(html)?.[1] ?? '',
    })),
)

type Shown = { clock: string; picture: string; link: string }

const frameOf = ({ id }: Widget) => `.widget-frame:has(#${id})`

/** What is there once the clock begins so and the address, which follows after the picture, is another than before. */
const shown = (page: Page, widget: Widget, clock = '', before?: string): Promise<Shown> =>
  page.evaluate(
    async ({ frame, clock, before, patience }) => {
      const look = () => ({
        clock: document.querySelector(`${frame} .transport output`)!.textContent!,
        picture: document.querySelector(`${frame} .transport`)!.previousElementSibling!.parentElement!
          .textContent!,
        link: location.hash,
      })
      for (const end = performance.now() + patience; ; await new Promise(requestAnimationFrame)) {
        const seen = look()
        if (seen.clock.startsWith(clock) && seen.link !== before) return seen
        if (performance.now() > end)
          throw new Error(
            `expected a clock of ${clock}… and an address other than ${before}; got ${seen.clock}, ${seen.link}`,
          )
      }
    },
    { frame: frameOf(widget), clock, before, patience },
  )

async function open(page: Page, widget: Widget, hash = '') {
  // Another hash alone would leave the page as it is.
  await page.goto('about:blank')
  await page.goto(book.url(widget.path + hash))
  await wake(page, widget)
}

const wake = async (page: Page, widget: Widget) => {
  await page.locator(frameOf(widget)).scrollIntoViewIfNeeded()
  await page.waitForSelector(`${frameOf(widget)} astro-island:not([ssr])`)
}

/** From the choice of stories, presses Tab until the slider has the focus, as a reader without a mouse does. */
async function tabToSlider(page: Page, widget: Widget) {
  const slider = `${frameOf(widget)} .transport input`
  await page
    .locator(`${frameOf(widget)} select`)
    .first()
    .focus()
  for (let presses = 0; presses < 100; presses += 1) {
    if (await page.evaluate((selector) => document.activeElement?.matches(selector), slider)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('100 presses of Tab within the widget never reached the slider')
}

test('the book has widgets with a clock', () =>
  expect(widgets.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['who-sees-what', 'pids-at-every-depth', 'what-keeps-it-alive']),
  ))

test.for(widgets)(
  '$id: the keyboard alone goes from the first state to the last and back, and each state has its own link',
  async (widget) => {
    const page = await reader.newPage()
    await open(page, widget)
    await tabToSlider(page, widget)
    const first = await shown(page, widget)
    const forth: Shown[] = [first]
    const length = Number(first.clock.split('/')[1])
    expect(length).toBeGreaterThan(1)
    for (let at = 1; at <= length; at += 1) {
      await page.keyboard.press('ArrowRight')
      forth.push(await shown(page, widget, `${at}/`, forth.at(-1)!.link))
    }
    expect(new Set(forth.map(({ picture }) => picture)).size).toBe(forth.length)
    expect([...new Set(forth.map(({ link }) => link))]).toEqual(forth.map(({ link }) => link))
    for (const state of forth.toReversed().slice(1)) {
      await page.keyboard.press('ArrowLeft')
      expect((await shown(page, widget, state.clock)).picture).toBe(state.picture)
    }
    await page.keyboard.press('End')
    await shown(page, widget, `${length}/`)

    // A page takes a second to open; that each state's text reads back is tested beside each widget.
    const some = new Set([forth[1]!, forth[Math.trunc(length / 2)]!, forth.at(-1)!])
    for (const state of some) {
      await open(page, widget, state.link)
      expect(await shown(page, widget, state.clock)).toEqual(state)
    }
    await page.close()
  },
)

/** A page takes a second to open, so the widgets of one are looked at together. */
const pages = Map.groupBy(widgets, ({ path }) => path)

const rubbish = ['%%%%', 'nothing.99999']

test.for([...pages].flatMap(([path, its]) => rubbish.map((hash) => ({ path, its, hash }))))(
  '$path: where every widget’s link is $hash, each opens its first state and throws nothing',
  async ({ path, its, hash }) => {
    const page = await reader.newPage()
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(error.message))
    await page.goto(book.url(`${path}#${its.map(({ id }) => `${id}=${hash}`).join('&')}`))
    for (const widget of its) {
      await wake(page, widget)
      expect((await shown(page, widget)).clock, widget.id).toMatch(/^0\/\d+$/)
    }
    expect(errors).toEqual([])
    await page.close()
  },
)

test.for([...pages])(
  '%s: without JavaScript each first state is there, and each whole story',
  async ([path, its]) => {
    const context = await book.context({ javaScriptEnabled: false })
    const page = await context.newPage()
    await page.goto(book.url(path))
    for (const widget of its) {
      const frame = page.locator(frameOf(widget))
      expect(await frame.locator('.widget header').isVisible(), widget.id).toBe(true)
      expect(await frame.locator('.transport').isVisible(), widget.id).toBe(false)
      const story = frame.locator('details:has(table)').last()
      if ((await story.getAttribute('open')) === null) await story.locator('summary').first().click()
      expect(await story.locator('table tr').count(), widget.id).toBeGreaterThan(3)
    }
    await context.close()
  },
)
