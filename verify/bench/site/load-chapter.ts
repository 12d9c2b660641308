/** One chapter in Chromium, as a reader meets it: opened, scrolled to its first widget, its first snippet run. */
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
  const scripts = watchScripts(page, (name) => weight(readFileSync(join(dist, '_astro', name), 'utf8')))
  await page.goto(book.url(path))
  await page.waitForLoadState('networkidle')
  const early = scripts()
  const before: Measure = {
    what: `/${path} scripts before a widget is near`,
    value: early.length,
    bar: 0,
    unit: 'requests',
  }
  const measures = [
    before,
    ...(await measureFirstWidget(page, scripts, path)),
    ...(await measureRunner(page, scripts, path)),
  ]
  await context.close()
  return measures
}

async function measureFirstWidget(page: Page, scripts: Scripts, path: string): Promise<Measure[]> {
  const widget = page.locator('astro-island').first()
  if ((await widget.count()) === 0) return []
  await widget.scrollIntoViewIfNeeded()
  await page.waitForSelector('astro-island:not([ssr])')
  await page.waitForLoadState('networkidle')
  return measureWidget(`/${path} first widget`, scripts())
}

async function measureRunner(page: Page, scripts: Scripts, path: string): Promise<Measure[]> {
  const snippet = page.locator('.snippet').first()
  if ((await snippet.count()) === 0) return []
  const loaded = scripts().length
  const run = snippet.locator('[data-part="run"]')
  await run.scrollIntoViewIfNeeded()
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
