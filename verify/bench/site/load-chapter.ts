/** One chapter in Chromium, as a reader meets it: opened, scrolled to a widget, its first snippet run. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Book } from '../../browser/open-book.ts'
import { bars } from './bars.ts'
import type { Measure } from '../measure.ts'
import { measureWidget, watchScripts, type Scripts } from './weigh-islands.ts'
import { weight } from './weigh-page.ts'

export async function loadChapter(book: Book, path: string, dist: string): Promise<Measure[]> {
  // Short, so that no widget is near when the page opens.
  const context = await book.context({ viewport: { width: 1280, height: 400 } })
  const page = await context.newPage()
  const weigh = (name: string) => weight(readFileSync(join(dist, '_astro', name), 'utf8'))
  const scripts = watchScripts(page, weigh)
  await page.goto(book.url(path))
  await page.waitForLoadState('networkidle')
  const early = scripts()
  const before: Measure = {
    what: `/${path} scripts before a widget is near`,
    value: early.length,
    bar: 0,
    unit: 'requests',
  }
  const measures = [before, ...(await measureRunner(page, scripts, path))]
  await context.close()
  return [...measures, ...(await loadWidgets(book, path, weigh))]
}

/** Each widget by itself, on a page that has loaded no other: whoever reads one pays for that one. */
async function loadWidgets(book: Book, path: string, weigh: (name: string) => number): Promise<Measure[]> {
  const measures: Measure[] = []
  for (let at = 0; ; at += 1) {
    // Of no height to speak of: a widget wakes when it is near, and only one may.
    const context = await book.context({ viewport: { width: 1280, height: 20 } })
    const page = await context.newPage()
    const scripts = watchScripts(page, weigh)
    await page.goto(book.url(path))
    const widget = page.locator('astro-island').nth(at)
    if ((await page.locator('astro-island').count()) <= at) {
      await context.close()
      return measures
    }
    // The island itself has no box.
    await widget.evaluate((island) => island.firstElementChild?.scrollIntoView({ behavior: 'instant' }))
    const name = (await widget.locator('.widget').getAttribute('id')) ?? `widget ${at + 1}`
    await page.waitForFunction((id) => document.getElementById(id)?.closest('astro-island:not([ssr])'), name)
    await page.waitForLoadState('networkidle')
    measures.push(...measureWidget(`/${path} ${name}`, scripts()))
    await context.close()
  }
}

async function measureRunner(page: Page, scripts: Scripts, path: string): Promise<Measure[]> {
  const snippet = page.locator('.snippet').first()
  if ((await snippet.count()) === 0) return []
  const run = snippet.locator('[data-part="run"]')
  await run.scrollIntoViewIfNeeded()
  // A widget beside it wakes up; that is not the runner's weight.
  await page.waitForLoadState('networkidle')
  const loaded = scripts().length
  const first = await page.evaluate(timeFirstResult)
  await page.waitForLoadState('networkidle')
  const runner = scripts()
    .slice(loaded)
    .filter(({ name }) => !/^(model|namespaces)/.test(name))
  const size = runner.reduce((total, script) => total + script.size, 0)
  return [
    { what: `/${path} snippet runner`, value: size, bar: bars.snippetRunner, unit: 'B' },
    {
      what: `/${path} first result after the first click`,
      value: first,
      bar: bars.snippetFirstResult,
      unit: 'ms',
    },
  ]
}

/** Runs in the page: from the click to the first change of the output. */
function timeFirstResult(): Promise<number> {
  const patience = 10_000
  const snippet = document.querySelector('.snippet')!
  const output = snippet.querySelector('[data-part="output"]')!
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`no result ${patience} ms after the click`)), patience)
    let cleared = false
    const start = performance.now()
    new MutationObserver((_, watch) => {
      const text = output.textContent ?? ''
      if (text === '') cleared = true
      if (!cleared || text === '') return
      watch.disconnect()
      resolve(performance.now() - start)
    }).observe(output, { childList: true, characterData: true, subtree: true })
    snippet.querySelector<HTMLButtonElement>('[data-part="run"]')!.click()
  })
}
