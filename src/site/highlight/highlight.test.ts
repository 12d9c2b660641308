import { describe, expect, test } from 'vitest'
import { highlight, type CodeLanguage } from './index.ts'

const strip = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const samples: [CodeLanguage, string][] = [
  [
    'typescript',
    "import { init } from '#models/namespaces'\n\n// a < b && c\nconst n: number = 0x1f\nconsole.log(`${n} <b>`, init)\n",
  ],
  ['yaml', 'apiVersion: v1 # the core group\nspec:\n  replicas: 3\n  args: ["-c", "true && false"]\n'],
  ['json', '{ "a": [1, true, null, "x<y"] }'],
]

describe('highlight', () => {
  test.each(samples)('%s: takes nothing from the text and adds nothing', async (language, code) => {
    expect(strip(await highlight(code, language))).toBe(code)
  })

  test.each(samples)('%s: spans with a class, and no other attribute', async (language, code) => {
    const tags = (await highlight(code, language)).match(/<[^>]*>/g) ?? []
    expect(tags.length).toBeGreaterThan(2)
    for (const tag of tags) expect(tag).toMatch(/^(<span class="tk-[a-z]+">|<\/span>)$/)
  })

  test('tells keywords, strings, constants, functions and comments apart', async () => {
    expect(await highlight("const s = f('x', 1) // c", 'typescript')).toBe(
      '<span class="tk-keyword">const</span> <span class="tk-constant">s</span> = ' +
        '<span class="tk-function">f</span>(<span class="tk-string">\'x\'</span>, <span class="tk-constant">1</span>) ' +
        '<span class="tk-comment">// c</span>',
    )
  })
})
