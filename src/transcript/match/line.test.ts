import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expecting } from '../expecting.fixture.ts'
import type { Segment } from '../types.ts'
import { matchLine } from './line.ts'
import { normaliseLine } from './normalise.ts'
import { referenceLine } from './reference.fixture.ts'

function values(
  expected: string,
  line: string,
  bindings: [string, string][] = [],
): string[] | 'differs' | 'undecided' {
  const [first] = expecting(expected).lines
  if (first?.kind !== 'line') throw new Error('not a line')
  const result = matchLine(first, line, new Map(bindings))
  if (!result.fits) return result.undecided ? 'undecided' : 'differs'
  return result.spans.map(({ start, end }) => line.slice(start, end))
}

describe('a line matches if some division fits', () => {
  it.each([
    ['veth-red@if<int>  DOWN  <mac:red>', 'veth-red@if2 DOWN ce:a5:5b:61:0b:49', ['2', 'ce:a5:5b:61:0b:49']],
    ['<any>1<any>', '111', ['11', '']],
    ['<word><int>', 'abc12', ['abc1', '2']],
    ['<int><int><int>', '123', ['1', '2', '3']],
    ['<ip>6', '10.42.0.256', ['10.42.0.25']],
    ['<any>: <int>', 'a: b: 7', ['a: b', '7']],
    ['<age>', '<unknown>', ['<unknown>']],
    ['<date>', 'Sun Nov 1 00:00:00 UTC 2026', ['Sun Nov 1 00:00:00 UTC 2026']],
  ])('%s on %s', (expected, line, found) => expect(values(expected, line)).toEqual(found))

  it.each([
    ['<int>', 'x'],
    ['<int>', '1 '],
    ['<int>x', '1'],
    ['a<word>', 'a'],
    ['a', 'a b'],
    ['b', 'a b'],
    ['A', 'a'],
    [' a', 'a'],
    ['a', ' a'],
    ['<ip>', '10.42.0.256'],
    ['<int>', '1\u0661'],
  ])('%s not on %s', (expected, line) => expect(values(expected, line)).toBe('differs'))
})

describe('an empty value in a run of spaces leaves one space', () => {
  it.each([
    ['a <any> b', 'a b', ['']],
    ['a <any>', 'a', ['']],
    ['a <any> <any>', 'a', ['', '']],
    ['a <any> <any> b', 'a b', ['', '']],
    ['a <any> <any> b', 'a x b', ['x', '']],
    ['<any> a', ' a', ['']],
    ['<any><any> b <any>', 'x b', ['x', '', '']],
  ])('%s on %s', (expected, line, found) => expect(values(expected, line)).toEqual(found))
  it.each([
    ['<any> a', 'a'],
    ['a <any> b', 'ab'],
    ['a <word> b', 'a b'],
    ['a<any>b', 'a c'],
  ])('%s not on %s', (expected, line) => expect(values(expected, line)).toBe('differs'))
})

describe('names', () => {
  it('a bound name is a literal', () => {
    expect(values('<int:a>-<int>', '12-3', [['a', '12']])).toEqual(['12', '3'])
    expect(values('<int:a>-<int>', '13-3', [['a', '12']])).toBe('differs')
    expect(values('a <any:gap> b', 'a b', [['gap', '']])).toEqual([''])
  })

  it('twice in a line must agree, whatever leftmost-longest alone would take', () => {
    expect(values('<int:a>/<int:a>', '12/12')).toEqual(['12', '12'])
    expect(values('<int:a>/<int:a>', '12/13')).toBe('differs')
    expect(values('<any:a> <any:a>', 'x y x y')).toEqual(['x y', 'x y'])
    expect(values('<any:a><any:b><any:a><any:b>', 'abab')).toEqual(['ab', '', 'ab', ''])
    expect(values('<int:a><any:b> <any:b><int:a>', '12x x12')).toEqual(['12', 'x', 'x', '12'])
  })

  it('a line that can be divided in too many ways is undecided, not guessed', () => {
    const line = Array.from({ length: 3000 }, (_, index) => (index * index * 7919) % 8).join('')
    expect(values('<any:a><any:b><any:c><any:a><any:b><any:c>x<any>', line + line)).toBe('differs')
    expect(values('<any:a><any:b><any><any:b><any:a><any>', line + line)).toBe('undecided')
  }, 30_000)
})

const texts = fc
  .array(fc.constantFrom('a', '1', ' ', '-'), { maxLength: 6 })
  .map((parts) => normaliseLine(parts.join('')))
const at = { line: 1, column: 1 }
const segment: fc.Arbitrary<Segment> = fc.oneof(
  fc.constantFrom('a', '1', ' ', ' a', 'a ', '1 ').map((text): Segment => ({ kind: 'literal', text })),
  fc.constantFrom('int', 'word', 'any', 'any').map((type): Segment => ({ kind: 'placeholder', type, at })),
  fc.constantFrom('x', 'y').map((name): Segment => ({ kind: 'placeholder', type: 'any', name, at })),
)
/** As the parser gives them: never two literals side by side. */
const lines = fc.array(segment, { minLength: 1, maxLength: 5 }).map((segments) =>
  segments.reduce<Segment[]>((joined, next) => {
    const last = joined.at(-1)
    if (last?.kind !== 'literal' || next.kind !== 'literal') return [...joined, next]
    return [...joined.slice(0, -1), { kind: 'literal', text: last.text + next.text }]
  }, []),
)

it('agrees with the definition, value for value', () => {
  const seen = { fitting: 0 }
  const property = fc.property(lines, texts, (segments, line) => {
    fc.pre(segments.filter(({ kind }) => kind === 'placeholder').length <= 3)
    const wanted = referenceLine(segments, line)
    const result = matchLine({ kind: 'line', segments, at }, line, new Map())
    const found = result.fits ? result.spans.map(({ start, end }) => line.slice(start, end)) : undefined
    expect(found).toEqual(wanted)
    if (wanted) seen.fitting += 1
  })
  fc.assert(property, { numRuns: 4000, seed: 3 })
  expect(seen.fitting).toBeGreaterThan(400)
}, 30_000)

describe('cost is bounded by expected × got', () => {
  const hostile = [
    ['<any>a'.repeat(40) + 'b', 'a'.repeat(10_000)],
    ['<word>'.repeat(40) + '!', 'x'.repeat(10_000)],
    ['<int><num><int><num>x', '1'.repeat(10_000)],
    ['<any><cidr><any><ip6>x', '1:2.3'.repeat(2_000)],
    ['<quantity><duration><version><hash>!', '12ab'.repeat(2_500)],
  ] as const
  // An engine that backtracks would need longer than the machine lasts.
  it.each(hostile)('%s', (expected, line) => expect(values(expected, line)).toBe('differs'), 20_000)
})
