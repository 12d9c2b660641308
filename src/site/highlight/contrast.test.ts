/** WCAG 2.2, 1.4.3: text at 4.5:1 against its ground, computed from the tokens themselves. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { tokenKinds } from './token-class.ts'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const tokens = read('../styles/tokens.css')
const rules = read('./highlight.css')
const schemes = ['light', 'dark'] as const
type Scheme = (typeof schemes)[number]

function colour(name: string, scheme: Scheme): string {
  const value = new RegExp(`${name}:\\s*([^;]+);`).exec(tokens)?.[1]
  if (!value) throw new Error(`src/site/styles/tokens.css has no ${name}`)
  const other = /^var\((--[a-z-]+)\)$/.exec(value)?.[1]
  if (other) return colour(other, scheme)
  const [, light, dark] = /^light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)$/.exec(value) ?? []
  if (!light || !dark) throw new Error(`${name} should be light-dark(#rrggbb, #rrggbb), got ${value}`)
  return scheme === 'light' ? light : dark
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

function variableOf(kind: string): string {
  const name = new RegExp(`\\.tk-${kind} \\{\\s*color: var\\((--[a-z-]+)\\);`).exec(rules)?.[1]
  if (!name) throw new Error(`highlight.css gives .tk-${kind} no colour from a token`)
  return name
}

test('black on white is 21:1, and a colour on itself 1:1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#7a3e00', '#7a3e00')).toBe(1)
})

const cases = schemes.flatMap((scheme) => tokenKinds.map((kind) => [scheme, kind] as const))

test.each(cases)('%s: %s has 4.5:1 against --raised', (scheme, kind) => {
  expect(contrast(colour(variableOf(kind), scheme), colour('--raised', scheme))).toBeGreaterThanOrEqual(4.5)
})
