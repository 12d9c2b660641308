/**
 * The weight of a built page: its HTML and the style sheets it links, gzip, against what its prose allows; and the
 * scripts that stand in it. Prose is what a reader reads: the text of <main> without widgets,
 * output and code that stands by itself.
 */
import { gzipSync } from 'node:zlib'
import { bars } from './bars.ts'
import type { Measure } from '../measure.ts'

export type BuiltPage = {
  path: string
  html: string
  css: string[]
  /** The English page's HTML for a Chinese one, which is allowed what English is. */
  english?: string | undefined
}

export const weight = (text: string) => gzipSync(text, { level: 9 }).length

const scriptPattern = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

export const inlineScripts = (html: string) =>
  [...html.matchAll(scriptPattern)].map(([, code]) => code ?? '').join('\n')

export function proseCharacters(html: string): number {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? ''
  const text = main
    .replace(/<(astro-island|pre|samp|script|style)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&[a-z0-9#]+;/g, 'x')
  return text.replace(/\s+/g, ' ').trim().length
}

export const allowed = (characters: number) => bars.pagePer10kCharacters * Math.max(1, characters / 10_000)

export function weighPage(page: BuiltPage): Measure[] {
  const css = page.css.reduce((sum, sheet) => sum + weight(sheet), 0)
  const prose = proseCharacters(page.english ?? page.html)
  return [
    { what: `${page.path} HTML + CSS`, value: weight(page.html) + css, bar: allowed(prose), unit: 'B' },
    {
      what: `${page.path} script inline`,
      value: weight(inlineScripts(page.html)),
      bar: bars.inlineScript,
      unit: 'B',
    },
  ]
}
