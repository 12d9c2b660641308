/** The parser survives whatever an editor does to a transcript. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { printTranscript } from './print/index.ts'
import { parseTranscript } from './parse/index.ts'
import { samples } from './samples.fixture.ts'

const content = new URL('../../content/', import.meta.url)
const published = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.transcript'))
  .map((name) => readFileSync(new URL(name, content), 'utf8'))
const sources = [...Object.values(samples), ...published]

const scraps = fc.oneof(
  fc.constantFrom(
    ...['\n', '$ ', '> ', '>\n', '== ', '@', '@when ', '@until 5s\n', '@hidden\n', '@ran\n', '@unordered\n'],
    ...[
      '[exit 1]\n',
      '[exit',
      '...\n',
      '\\',
      '\\\n',
      '<int>',
      '<int:a>',
      '<mac:a>',
      '<foo:a>',
      '---\n',
      'needs: ',
    ],
    ...['\r', '\t', '\0', '\ufeff', '\ud800', ' ', '=', '<', 'targets: '],
  ),
  fc.string({ maxLength: 6 }),
)
type Edit = { at: number; cut: number; put: string }
const edit: fc.Arbitrary<Edit> = fc.record({ at: fc.nat(2000), cut: fc.nat(12), put: scraps })

function applyEdit(source: string, { at, cut, put }: Edit): string {
  const place = at % (source.length + 1)
  return source.slice(0, place) + put + source.slice(place + cut)
}

it('10,000 random edits give a tree that prints as it was, or located faults; never a throw', () => {
  const seen = { trees: 0, faulty: 0 }
  const property = fc.property(
    fc.constantFrom(...sources),
    fc.array(edit, { minLength: 1, maxLength: 4 }),
    (source, edits) => {
      const edited = edits.reduce(applyEdit, source)
      const parsed = parseTranscript(edited, 'x.transcript')
      if (parsed.ok) {
        seen.trees += 1
        expect(printTranscript(parsed.transcript)).toBe(edited)
        return
      }
      seen.faulty += 1
      const lines = edited.split('\n')
      expect(parsed.faults.length).toBeGreaterThan(0)
      for (const { at, todo } of parsed.faults) {
        expect(at.line >= 1 && at.line <= lines.length && todo !== '').toBe(true)
        expect(at.column >= 1 && at.column <= lines[at.line - 1]!.length + 1).toBe(true)
      }
    },
  )
  fc.assert(property, { numRuns: 10_000, seed: 3 })
  // Both outcomes must be common, or the property says little.
  expect(Math.min(seen.trees, seen.faulty)).toBeGreaterThan(500)
}, 30_000)
