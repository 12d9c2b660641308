/**
 * What a chapter loads as the reader scrolls and clicks, seen by Chromium: nothing before a widget is near, then the
 * view, its model and its words; the snippet runner at the first click only. Chunks are told apart by their names,
 * which astro.config.mjs gives by folder.
 */
import type { Page } from 'playwright-core'
import { bars } from './bars.ts'
import type { Measure } from '../measure.ts'

export type Script = { name: string; size: number }
export type Scripts = () => Script[]

/** Every script that the page and its workers have asked for so far, weighed where the build put it. */
export function watchScripts(page: Page, weigh: (name: string) => number): Scripts {
  const names: string[] = []
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.js')) names.push(pathname.split('/').at(-1)!)
  })
  return () => names.map((name) => ({ name, size: weigh(name) }))
}

const sum = (scripts: Script[], wanted: RegExp) =>
  scripts.filter(({ name }) => wanted.test(name)).reduce((total, { size }) => total + size, 0)

const shared = /^(preact|model|wording)/

/** The widget's chunks, once it has been scrolled near. */
export function measureWidget(name: string, scripts: Script[]): Measure[] {
  const rest = scripts
    .filter((script) => !shared.test(script.name))
    .reduce((total, { size }) => total + size, 0)
  const preact = sum(scripts, /^preact/)
  return [
    { what: `${name}: Preact`, value: preact, bar: bars.preact, unit: 'B' },
    { what: `${name}: view`, value: rest, bar: bars.widgetView, unit: 'B' },
    { what: `${name}: model`, value: sum(scripts, /^model/), bar: bars.widgetModel, unit: 'B' },
    { what: `${name}: wording`, value: sum(scripts, /^wording/), bar: bars.widgetWording, unit: 'B' },
  ]
}
