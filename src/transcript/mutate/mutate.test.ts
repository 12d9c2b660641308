import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expecting } from '../expecting.fixture.ts'
import { matchExpectation, type Comparison } from '../match/index.ts'
import { placeholders, typeNames } from '../placeholders/index.ts'
import type { Expectation } from '../types.ts'
import { survey } from './index.ts'
import type { Matcher, Subject } from './types.ts'

function subject(
  lines: string[],
  output: string,
  exit = 0,
  comparison: Comparison = 'ordered',
  names = {},
): Subject {
  return {
    expectation: expecting(...lines),
    comparison,
    bindings: new Map(Object.entries(names)),
    did: { output, exit },
  }
}

const link = subject(
  [
    '1: lo: <LOOPBACK> mtu 65536',
    '2: veth<suffix>@if<int:peer>: mtu 1500 state UP',
    '    link/ether <mac:red> peer <int:peer>',
    '[exit 3]',
  ],
  '1: lo: <LOOPBACK> mtu 65536\n2: vethx8k2p@if12: mtu 1500 state UP\n    link/ether ce:a5:5b:61:0b:49 peer 12\n',
  3,
)
const listing = subject(['b <int>', 'a', 'c <word>'], 'a\nb 5\nc x\n', 0, 'unordered')
const pods = subject(
  ['NAME READY AGE', '...', 'web-<suffix> 1/1 <age> <any>', '...'],
  'NAME      READY  AGE\nx 1\nweb-7d4b9c6f5-x8k2p  1/1   5s  node-1\ny 2\n',
)
const token = subject(['token <secret:t> for <any>', '\\', 'done'], 'token K10:9a for node 3\n\ndone\n')
const silent = subject([], '')
const gaps = subject(['a <any> b', 'c <any>', '<any><int>'], 'a b\nc\n7\n')
const bound = subject(['<int:n> and <int>'], '12 and 3\n', 0, 'ordered', { n: '12' })
const ran = subject([], 'whatever 1\nelse\n', 0, 'exit-only')
const everyType = typeNames.map((type) =>
  subject([`x <${type}> y`], `x ${placeholders[type].accepts[1]} y\n`),
)
const subjects = [link, listing, pods, token, silent, gaps, bound, ran, ...everyType]

describe('the matcher', () => {
  it.each(subjects)('notices every mutation of %j, or says what swallowed it', (each) => {
    const found = survey(each)!
    expect(found.tried).toBeGreaterThan(0)
    expect(found.survivors.filter(({ swallowedBy }) => swallowedBy === 'nothing')).toEqual([])
    expect(found.unjudged).toEqual([])
    expect(found.refused).toEqual([])
  })

  const swallowers = (each: Subject) =>
    [...new Set(survey(each)!.survivors.map((one) => one.swallowedBy))].toSorted()
  it('lets nothing through where all is literal or typed', () => {
    expect(swallowers(link)).toEqual([])
    expect(swallowers(silent)).toEqual([])
    expect(survey(link)!.varied).toBeGreaterThan(0)
  })
  it('lets through what ..., <any>, @unordered, @ran and <secret> swallow, and names them', () => {
    expect(swallowers(pods)).toEqual(['...', '<any>'])
    expect(swallowers(listing)).toEqual(['@unordered'])
    expect(swallowers(token)).toEqual(['<any>', '<secret>'])
    expect(swallowers(ran)).toEqual(['@ran'])
  })

  it('has nothing to mutate where the output does not match', () => {
    expect(survey(subject(['a'], 'b\n'))).toBeUndefined()
  })

  it('holds on random expectations and outputs', () => {
    const piece = fc.constantFrom(
      ...([
        ['a', 'a'],
        ['7', '7'],
        [' ', ' '],
        [' b ', ' b '],
        ['<int>', '42'],
        ['<word>', 'w1'],
        ['<any>', 'p q'],
        ['<any>', ''],
      ] as const),
      ...([
        ['<int:n>', '5'],
        ['<age>', '2m30s'],
        ['<secret>', 'hush'],
        ['<ip>', '10.0.0.1'],
      ] as const),
    )
    const pair = fc
      .array(piece, { minLength: 1, maxLength: 5 })
      .map((pieces) => [
        `x${pieces.map(([text]) => text).join('')}`,
        `x${pieces.map(([, value]) => value).join('')}`,
      ])
    const gap = fc.constantFrom(['...', 'skipped 1'], ['...', ''])
    const lines = fc.array(fc.oneof({ weight: 4, arbitrary: pair }, gap), { minLength: 1, maxLength: 4 })
    const seen = { matching: 0 }
    const property = fc.property(lines, (written) => {
      const expected = written.map(([line]) => line!)
      const output = written.map(([, line]) => `${line}\n`).join('')
      const found = survey(subject(expected, output))
      if (!found) return
      seen.matching += 1
      expect(found.survivors.filter(({ swallowedBy }) => swallowedBy === 'nothing')).toEqual([])
      expect(found.refused).toEqual([])
    })
    fc.assert(property, { numRuns: 300, seed: 3 })
    expect(seen.matching).toBeGreaterThan(200)
  }, 30_000)
})

/** The real matcher over inputs that have lost something: each weakness is one that test tools have had. */
function weak(change: {
  expectation?: (expectation: Expectation, output: string) => Expectation
  output?: (output: string, expectation: Expectation) => string
  exit?: (exit: number, expectation: Expectation) => number
  comparison?: Comparison
}): Matcher {
  return (expectation, output, exit, bindings, comparison) =>
    matchExpectation(
      change.expectation?.(expectation, output) ?? expectation,
      change.output?.(output, expectation) ?? output,
      change.exit?.(exit, expectation) ?? exit,
      bindings,
      change.comparison ?? comparison,
    )
}

function onLiterals(expectation: Expectation, change: (text: string) => string): Expectation {
  return onSegments(expectation, (part) =>
    part.kind === 'literal' ? { ...part, text: change(part.text) } : part,
  )
}

type Segment = Extract<Expectation['lines'][number], { kind: 'line' }>['segments'][number]

function onSegments(expectation: Expectation, change: (part: Segment) => Segment): Expectation {
  const lines = expectation.lines.map((line) =>
    line.kind === 'line' ? { ...line, segments: line.segments.map(change) } : line,
  )
  return { ...expectation, lines }
}

const at = { line: 1, column: 1 }
const anyLines = { kind: 'any-lines', at } as const
const any = { kind: 'placeholder', type: 'any', at } as const
const retype = (from: string, to: string) =>
  weak({
    expectation: (each) =>
      onSegments(each, (part) =>
        part.kind === 'placeholder' && part.type === from ? { ...part, type: to } : part,
      ),
  })

const weaknesses: Record<string, Matcher> = {
  'ignores order': weak({ comparison: 'unordered' }),
  'ignores case': weak({
    expectation: (each) => onLiterals(each, (text) => text.toLowerCase()),
    output: (text) => text.toLowerCase(),
  }),
  'trims leading space': weak({
    expectation: (each) => onLiterals(each, (text) => text.replace(/^ {2,}/, '')),
    output: (text) => text.replace(/^ +/gm, ''),
  }),
  'matches a part of a line': weak({
    expectation: (each) => ({
      ...each,
      lines: each.lines.map((line) =>
        line.kind === 'line' ? { ...line, segments: [any, ...line.segments, any] } : line,
      ),
    }),
  }),
  'matches a prefix of a line': weak({
    expectation: (each) => ({
      ...each,
      lines: each.lines.map((line) =>
        line.kind === 'line' ? { ...line, segments: [...line.segments, any] } : line,
      ),
    }),
  }),
  'ignores the exit status': weak({ exit: (_, { exit }) => exit }),
  'tells only success from failure': weak({
    exit: (exit, expectation) => (exit === 0 ? 0 : expectation.exit || 1),
  }),
  'ignores output that goes on': weak({
    expectation: (each) => ({ ...each, lines: [...each.lines, anyLines] }),
  }),
  'ignores output that comes first': weak({
    expectation: (each) => ({ ...each, lines: [anyLines, ...each.lines] }),
  }),
  'ignores lines that are missing at the end': weak({
    expectation: (each, output) => ({ ...each, lines: each.lines.slice(0, output.split('\n').length - 1) }),
  }),
  'ignores blank lines': weak({ output: (text) => text.replace(/^\n/gm, '') }),
  'ignores repeated lines': weak({ output: (text) => text.replace(/^(.*)\n(\1\n)+/gm, '$1\n') }),
  'ignores digits': weak({
    expectation: (each) => onLiterals(each, (text) => text.replace(/[0-9]/g, '0')),
    output: (text) =>
      text.replace(/(?<=mtu )[0-9]+/g, (digits) => '0'.repeat(digits.length)).replace(/^[0-9]/gm, '0'),
  }),
  '<int> accepts words': retype('int', 'word'),
  '<mac> accepts words': retype('mac', 'word'),
  '<suffix> accepts words': retype('suffix', 'word'),
  'names need not agree': weak({
    expectation: (each) =>
      onSegments(each, (part) =>
        part.kind === 'placeholder' ? { kind: 'placeholder', type: part.type, at } : part,
      ),
  }),
  'accepts everything': (expectation, _output, _exit, bindings) =>
    matchExpectation(expecting('...'), '', expectation.exit * 0, bindings),
}

describe('a matcher that', () => {
  it.each(Object.entries(weaknesses))('%s is caught', (_, matcher) => {
    const holes = survey(link, matcher)!.survivors.filter(({ swallowedBy }) => swallowedBy === 'nothing')
    const blank = survey(token, matcher)!.survivors.filter(({ swallowedBy }) => swallowedBy === 'nothing')
    expect(holes.length + blank.length).toBeGreaterThan(0)
  })

  it.each(['any', 'secret', 'int', 'age'] as const)(
    'accepts too little for <%s> is caught by a variation',
    (type) => {
      const expectation = expecting(`x <${type}>`)
      const tested = subject([`x <${type}>`], `x ${placeholders[type].accepts[1]}\n`)
      const stubborn: Matcher = (_, output, exit, bindings, comparison) => {
        const result = matchExpectation(expectation, output, exit, bindings, comparison)
        return output === tested.did.output ? result : matchExpectation(expecting('never'), output, exit)
      }
      expect(survey(tested, stubborn)!.refused.length).toBeGreaterThan(0)
    },
  )
})
