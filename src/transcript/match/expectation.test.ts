import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expecting, readCommand } from '../expecting.fixture.ts'
import { matchCommand, matchExpectation } from './expectation.ts'
import { formatMismatch } from './format-mismatch.ts'
import { normaliseOutput } from './normalise.ts'
import { referenceOrdered } from './reference.fixture.ts'
import type { Comparison, Match } from './types.ts'

function verdict(expected: string[], output: string, exit = 0, comparison: Comparison = 'ordered') {
  const result = matchExpectation(expecting(...expected), output, exit, new Map(), comparison)
  return result.ok ? Object.fromEntries(result.bindings) : `${result.kind} ${result.line}:${result.column}`
}

function matched(expected: string[], output: string, comparison: Comparison = 'ordered'): Match {
  const result = matchExpectation(expecting(...expected), output, 0, new Map(), comparison)
  if (!result.ok) throw new Error(formatMismatch('x', 'a', result))
  return result
}

describe('both sides are made equal first', () => {
  it.each([
    ['colours', ['a b'], '\x1b[1;31ma\x1b[0m \x1b[Kb\n'],
    ['carriage returns', ['a', 'b'], 'a\r\nb\r\n'],
    ['tabs', ['a b'], 'a\tb\n'],
    ['tabs in the transcript', ['a\tb'], 'a b\n'],
    ['trailing spaces', ['a', 'b  '], 'a  \t\nb\n'],
    ['runs of spaces', ['a  b'], 'a     b\n'],
    ['leading spaces, some being some', ['   a'], ' a\n'],
    ['the final newline', ['a'], 'a'],
    ['a real final blank line', ['a', '\\'], 'a\n\n'],
    ['nothing', [], ''],
    ['nothing but a blank line', ['\\'], '\n'],
    ['blank lines inside', ['a', '', 'b'], 'a\n\nb\n'],
    ['blank lines at the end separate steps', ['a', '', ''], 'a\n'],
  ])('%s', (_, expected, output) => expect(verdict(expected, output)).toEqual({}))

  it.each([
    ['no leading space is not some', ['a'], ' a\n', 'line 1:1'],
    ['some leading space is not none', [' a'], 'a\n', 'line 1:1'],
    ['a final blank line counts', ['a'], 'a\n\n', 'extra 2:1'],
    ['an empty expectation is no output', [], 'a\n', 'extra 1:1'],
    ['no output is not a blank line', [], '\n', 'extra 1:1'],
    ['too short', ['a', 'b'], 'a\n', 'missing 2:1'],
    ['order', ['a', 'b'], 'b\na\n', 'line 1:1'],
    ['case', ['abc'], 'abC\n', 'line 1:3'],
    ['no fuzz', ['a b'], 'a bc\n', 'line 1:4'],
  ])('%s', (_, expected, output, found) => expect(verdict(expected, output)).toBe(found))
})

describe('exit status', () => {
  it('other than 0 must be written', () => {
    expect(verdict(['a'], 'a\n', 1)).toBe('exit 2:1')
    expect(verdict(['a', '[exit 1]'], 'a\n', 1)).toEqual({})
    expect(verdict(['a', '[exit 1]'], 'a\n', 0)).toBe('exit 2:1')
    expect(verdict(['[exit 2]'], '', 2)).toEqual({})
  })
})

describe('...', () => {
  it.each([
    [['...'], ''],
    [['...'], 'a\nb\n'],
    [['a', '...'], 'a\n'],
    [['...', 'b'], 'a\nb\n'],
    [['...', 'b'], 'b\nb\nb\n'],
    [['a', '...', 'b', '...', 'c'], 'a\nx\nb\ny\nc\n'],
    [['...', '...', 'a'], 'a\n'],
    [['...', 'a', 'b', '...'], 'a\na\nb\n'],
  ])('%j on %j', (expected, output) => expect(verdict(expected, output)).toEqual({}))

  it.each([
    [['a', '...', 'a'], 'a\n', 'missing 2:1'],
    [['...', 'b', '...', 'c'], 'c\nb\n', 'line 1:1'],
    [['...', 'a', 'b', '...'], 'a\nc\nb\n', 'line 2:1'],
    [['...', 'x'], 'x\ny\n', 'line 2:1'],
    [['...', 'x', '...', '...'], '', 'missing 1:1'],
  ])('%j not on %j', (expected, output, found) => expect(verdict(expected, output)).toBe(found))

  it('takes the fewest lines, and what follows the last one is matched from the end', () => {
    expect(verdict(['...', 'v <int:first>', '...', 'v <int:last>'], 'v 1\nv 2\nv 3\n')).toEqual({
      first: '1',
      last: '3',
    })
  })

  it('a block fits as a whole: what a failed place would have bound is not bound', () => {
    expect(verdict(['...', 'a <int:n>', 'b <int:n>', '...'], 'a 1\nb 2\na 3\nb 3\n')).toEqual({ n: '3' })
  })

  it('agrees with the definition, where no names are', () => {
    const expected = fc.array(fc.constantFrom('a', 'b', '<any>', '<word>', '...'), { maxLength: 5 })
    const output = fc.array(fc.constantFrom('a', 'b', 'c d'), { maxLength: 5 })
    const property = fc.property(expected, output, (lines, got) => {
      const expectation = expecting(...lines)
      const result = matchExpectation(expectation, got.map((line) => `${line}\n`).join(''), 0, new Map())
      expect(result.ok).toBe(referenceOrdered(expectation.lines, got))
    })
    fc.assert(property, { numRuns: 2000, seed: 3 })
  })
})

describe('names', () => {
  it('agree across lines and commands', () => {
    const first = matched(['<mac:red>'], 'ce:a5:5b:61:0b:49\n')
    const second = (output: string) => matchExpectation(expecting('<mac:red> up'), output, 0, first.bindings)
    expect(second('ce:a5:5b:61:0b:49 up\n').ok).toBe(true)
    expect(second('ce:a5:5b:61:0b:48 up\n').ok).toBe(false)
  })

  it('are never bound by a failed try: what was passed in stays as it was', () => {
    const before = new Map([['a', '1']])
    matchExpectation(expecting('<int:a> <int:b>', 'x'), '1 2\ny\n', 0, before)
    matchExpectation(expecting('<int:a> <int:b>'), '1 2\n', 0, before)
    expect([...before]).toEqual([['a', '1']])
  })
})

describe('@unordered', () => {
  it.each([
    [['a', 'b'], 'b\na\n'],
    [['a', 'a', 'b'], 'a\nb\na\n'],
    [['<word>', 'b'], 'b\na\n'],
    [['x <int:n>', 'y <int:n>'], 'y 2\nx 2\n'],
  ])('%j on %j', (expected, output) => expect(verdict(expected, output, 0, 'unordered')).toBeTypeOf('object'))

  it.each([
    [['a', 'a', 'b'], 'a\nb\nb\n', 'line 2:1'],
    [['a'], 'a\na\n', 'extra 2:1'],
    [['a', 'b'], 'a\n', 'missing 2:1'],
    [['x <int:n>', 'y <int:n>'], 'y 2\nx 3\n', 'line 1:3'],
  ])('%j not on %j', (expected, output, found) =>
    expect(verdict(expected, output, 0, 'unordered')).toBe(found),
  )

  it('pairs literal lines first, then each other line takes the first unclaimed one that fits', () => {
    const { bindings } = matched(['<word:one>', 'b', '<word:two>'], 'b\nx\ny\n', 'unordered')
    expect(Object.fromEntries(bindings)).toEqual({ one: 'x', two: 'y' })
  })
})

describe('a command', () => {
  const facts = { cgroup: 'v1', kernel: '6.18.5-cloud', target: 'host' }

  it('@ran: only the exit status counts', () => {
    const command = readCommand('@ran\n$ x\n[exit 3]')
    expect(matchCommand(command, facts, { output: 'whatever', exit: 3 }).ok).toBe(true)
    expect(matchCommand(command, facts, { output: 'whatever', exit: 0 }).ok).toBe(false)
  })

  it('@unordered reaches the comparison', () => {
    expect(matchCommand(readCommand('@unordered\n$ x\na\nb'), facts, { output: 'b\na\n', exit: 0 }).ok).toBe(
      true,
    )
    expect(matchCommand(readCommand('$ x\na\nb'), facts, { output: 'b\na\n', exit: 0 }).ok).toBe(false)
  })

  it('differs where no @when holds and there is no default', () => {
    const result = matchCommand(readCommand('$ x\n@when cgroup=v2\na'), facts, { output: 'a\n', exit: 0 })
    expect(result).toMatchObject({ ok: false, kind: 'no-expectation', at: { line: 4 } })
  })
})

describe('a failure', () => {
  const differ = (expected: string[], output: string, exit = 0, bindings: [string, string][] = []) => {
    const result = matchExpectation(expecting(...expected), output, exit, new Map(bindings))
    return result.ok ? 'matches' : formatMismatch('wire.transcript', 'addresses', result)
  }

  it('shows where, the step, both sides, the first difference and what to do', () => {
    expect(
      differ(['a', 'veth-red@if<int>  DOWN  <mac:red>'], 'a\nveth-red@if2  UP  02:00:00:00:00:01\n', 1),
    ).toBe(
      [
        'wire.transcript:6  step "addresses"',
        '  expected  veth-red@if<int>  DOWN  <mac:red>',
        '  got       veth-red@if2 UP 02:00:00:00:00:01',
        '                         ^ line 2, column 14',
        '  and       [exit 1] instead of [exit 0]',
        '  If the new output is right, change the line; if a part of it varies, write a placeholder there.',
      ].join('\n'),
    )
  })

  it('says what a name stands for, unless it is a secret', () => {
    expect(
      differ(['<int:a> <secret:s>'], '5 y\n', 0, [
        ['a', '4'],
        ['s', 'hidden'],
      ]),
    ).toContain('with a = 4\n  got')
  })

  it('shows the exit status alone where only it differs', () => {
    expect(differ(['a', '[exit 2]'], 'a\n', 1)).toContain('  expected  [exit 2]\n  got       [exit 1]\n')
  })

  it('cuts long lines around the difference', () => {
    const message = differ(
      ['x'.repeat(500) + 'a' + 'x'.repeat(500)],
      `${'x'.repeat(500)}b${'x'.repeat(500)}\n`,
    )
    const [, , got, marker] = message.split('\n')
    expect(got!.length).toBeLessThan(112)
    expect(got![marker!.indexOf('^')]).toBe('b')
  })
})

it('marks where each placeholder matched, in the normalised output', () => {
  const { spans, lines, skipped } = matched(['a  <int:n>', '...', '<any> <secret>'], 'a   12\nb\n\tc  d\n')
  expect(lines).toEqual(['a 12', 'b', ' c d'])
  expect(skipped).toEqual([1])
  expect(spans).toEqual([
    { line: 0, start: 2, end: 4, type: 'int', name: 'n' },
    { line: 2, start: 0, end: 2, type: 'any' },
    { line: 2, start: 3, end: 4, type: 'secret' },
  ])
})

it('a thousand expected lines against a thousand lines of output', () => {
  const lines = Array.from(
    { length: 1000 },
    (_, index) => `line ${index} of <int> in <word> ${'x'.repeat(50)}`,
  )
  const output = lines.map((line) => line.replace('<int>', '5').replace('<word>', 'y')).join('\n')
  expect(verdict(lines, output)).toEqual({})
  expect(normaliseOutput(output)).toHaveLength(1000)
}, 20_000)
