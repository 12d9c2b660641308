/** Mermaid in Chromium: a source goes in, a drawing comes out that needs neither. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Page } from 'playwright-core'
import { settings, useTokens } from './colours.ts'
import type { Diagram } from './find-diagrams.ts'

type Mermaid = {
  initialize: (settings: object) => void
  render: (id: string, source: string) => Promise<{ svg: string }>
}

export async function loadMermaid(page: Page): Promise<void> {
  const folder = dirname(createRequire(import.meta.url).resolve('mermaid/package.json'))
  await page.addScriptTag({ path: join(folder, 'dist/mermaid.min.js') })
}

/** Runs in the page: from HTML's spelling to XML's, of the size it has as an image, without what nothing refers to. */
async function drawHere([source, settings]: readonly [string, object]): Promise<string> {
  const { mermaid } = globalThis as unknown as { mermaid: Mermaid }
  mermaid.initialize(settings)
  const { svg } = await mermaid.render('diagram', source)
  const drawn = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')!
  const [, , width = '', height = ''] = (drawn.getAttribute('viewBox') ?? '').split(' ')
  drawn.removeAttribute('style')
  drawn.setAttribute('width', width)
  drawn.setAttribute('height', height)
  for (const each of drawn.querySelectorAll('*'))
    for (const name of each.getAttributeNames()) if (name.startsWith('data-')) each.removeAttribute(name)
  for (const each of drawn.querySelectorAll('marker, filter, linearGradient'))
    if (!drawn.outerHTML.includes(`#${each.id})`)) each.remove()
  return new XMLSerializer().serializeToString(drawn)
}

export async function draw(page: Page, { source, theme, stamp }: Diagram): Promise<string> {
  const svg = await page.evaluate(drawHere, [source, settings] as const)
  const rounded = svg.replace(/(\.\d\d)\d+/g, '$1')
  return `${stamp}\n${useTokens(rounded).replace('<style>', `<style>${theme} `)}\n`
}
