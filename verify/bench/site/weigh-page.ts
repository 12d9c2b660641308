/**
 * The weight of a built page: its HTML and the style sheets it links, gzip, against what its prose allows; and the
 * scripts that stand in it. Prose is what the author wrote for people: a chapter's MDX without its tags, in English;
 * a page that has none is allowed the least.
 */
import { gzipSync } from 'node:zlib'
import { bars } from './bars.ts'
import type { Measure } from '../measure.ts'

export type BuiltPage = {
  path: string
  html: string
  css: string[]
  /** The English source of a chapter; the Chinese page is allowed what the English one is. */
  source: string
}

export const weight = (text: string) => gzipSync(text, { level: 9 }).length

const scriptPattern = /<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g

export const inlineScripts = (html: string) =>
  [...html.matchAll(scriptPattern)].map(([, code]) => code ?? '').join('\n')

export function proseCharacters(mdx: string): number {
  const text = mdx
    .replace(/^---[\s\S]*?\n---\n/, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\]\([^)]*\)/g, ']')
  return text.replace(/\s+/g, ' ').trim().length
}

export const allowed = (characters: number) => bars.pagePer10kCharacters * Math.max(1, characters / 10_000)

export function weighPage(page: BuiltPage): Measure[] {
  const css = page.css.reduce((sum, sheet) => sum + weight(sheet), 0)
  const prose = proseCharacters(page.source)
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
