/** What is done with a match: secrets taken out, pieces for the page, the pinned share. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expecting } from '../expecting.fixture.ts'
import { matchExpectation } from './expectation.ts'
import { normaliseLine, originOf, withoutColour } from './normalise.ts'
import { piecesOf } from './pieces.ts'
import { pinnedOf, sumPinned } from './pinned.ts'
import { redact } from './redact.ts'
import type { Match } from './types.ts'

function matched(expected: string[], output: string): Match {
  const result = matchExpectation(expecting(...expected), output, 0)
  if (!result.ok) throw new Error(result.kind)
  return result
}

describe('redact', () => {
  const expected = ['token: <secret:t> end', 'again <secret:t>', '...']
  const output = 'token:\t \x1b[31mK10::server\x1b[0m:9a  end\r\nagain  K10::server:9a  \nother\n'

  it('replaces what <secret> matched, named twice too, and nothing else', () => {
    expect(redact(output, matched(expected, output))).toBe(
      'token:\t \x1b[31m•••  end\r\nagain  •••  \nother\n',
    )
  })

  it('the redacted record matches again', () => {
    expect(matched(expected, redact(output, matched(expected, output))).bindings.get('t')).toBe('•••')
  })

  it('leaves output without secrets as it is', () => {
    expect(redact('a  \r\nb', matched(['a', '<word>'], 'a  \r\nb'))).toBe('a  \r\nb')
  })
})

it('pieces keep the spacing and mark what varies', () => {
  const output = '\x1b[1mweb\x1b[0m   1/1\t0  5s \nx\n'
  expect(piecesOf(output, matched(['web 1/1 <int:n>  <age><any>', '...'], output))).toEqual([
    [
      { text: 'web   1/1\t' },
      { text: '0', varies: 'int', name: 'n' },
      { text: '  ' },
      { text: '5s', varies: 'age' },
      { text: ' ' },
    ],
    [{ text: 'x', varies: '...' }],
  ])
})

describe('pinned', () => {
  it('is what literals and types other than any matched', () => {
    expect(pinnedOf(matched(['ab <int> <any>', '...'], 'ab 12 xyz\nzzzz\n'))).toEqual({
      pinned: 6,
      characters: 13,
    })
  })

  it('adds up', () => {
    expect(
      sumPinned([
        { pinned: 1, characters: 2 },
        { pinned: 3, characters: 3 },
      ]),
    ).toEqual({ pinned: 4, characters: 5 })
  })
})

it('each normalised character knows its place in the raw line', () => {
  const atoms = fc.constantFrom('a', 'b', ' ', '\t', '\r', '\x1b[1m', '\x1b[K', '\x1b', '[')
  const property = fc.property(fc.array(atoms, { maxLength: 12 }), (parts) => {
    const raw = parts.join('')
    const text = normaliseLine(raw)
    const origin = originOf(raw)
    expect(origin.map((at) => (raw[at] === '\t' ? ' ' : raw[at])).join('')).toBe(text)
    expect(withoutColour(raw)).not.toContain('\r')
  })
  fc.assert(property, { numRuns: 2000, seed: 3 })
})
