/** The judge is Node itself: `util.inspect` and `util.format` on the same values. */
import fc from 'fast-check'
import { format as nodeFormat, inspect as nodeInspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { format, inspect } from './index.ts'

class Pod {
  name = 'web'
  phase: string | undefined = undefined
}
class Static extends Pod {}
class Tagged {
  get [Symbol.toStringTag]() {
    return 'net'
  }
}
const loop: Record<string, unknown> = { name: 'loop' }
loop.self = loop
loop.inner = { up: loop }
const sparse = [1, , , 4]
const named = Object.assign([1, 2], { note: 'x' })
const long = 'a long line that does not fit beside others, '.repeat(3)

const values: Record<string, unknown> = {
  primitives: [
    0,
    -0,
    1n,
    NaN,
    true,
    null,
    undefined,
    Symbol('s'),
    "it's",
    `"it's"`,
    '`"it\'s"`',
    '\n\t\u0007\ud800',
  ],
  'empty ones': [
    {},
    [],
    new Map(),
    new Set(),
    new Pod(),
    new Tagged(),
    Object.create(null),
    new Uint8Array(),
  ],
  'nested deeper than two': {
    a: { b: { c: { d: 1 }, e: [1], f: [], g: {}, h: new Map([[1, 2]]), i: new Pod() } },
  },
  'three innermost levels': [[[[1]]], { a: [{ b: 1 }] }],
  'numbers in columns': Array.from({ length: 30 }, (_, i) => i * i),
  'strings in columns': Array.from({ length: 27 }, (_, i) => 'x'.repeat((i * 7) % 11)),
  'Chinese in columns': Array.from({ length: 12 }, (_, i) => '命名空间'.slice(i % 4)),
  'more than a hundred': Array.from({ length: 130 }, (_, i) => i),
  'more than a hundred, in a set': new Set(Array.from({ length: 130 }, (_, i) => i)),
  'maps and sets': {
    m: new Map<unknown, unknown>([
      ['a', { b: 1 }],
      [{ k: 1 }, [1]],
    ]),
    s: new Set([1, 'a', [2]]),
  },
  'a class, a subclass': [new Pod(), new Static(), Pod, Static, class {}],
  functions: [() => 1, function f() {}, async () => 1, function* g() {}, Object.assign(() => 1, { a: 1 })],
  'own accessors': {
    get a() {
      return 1
    },
    set b(_: number) {},
    get c() {
      return 1
    },
    set c(_: number) {},
  },
  'circular references': [loop, loop],
  'holes and named properties': { sparse, named },
  'typed arrays': [new Uint8Array([1, 2, 3]), new Float64Array(9)],
  'dates and expressions': [new Date(0), new Date(NaN), /a+/g],
  'long strings': { long, text: long + '\n' + long, short: 'x' },
  'odd keys': { 'a-b': 1, '1': 2, [Symbol('k')]: 3, $x: 4, 中: 5 },
  'an object of the size of a line': {
    aaaaaaaaaaaaaaaa: 'bbbbbbbbbbbbbbbb',
    cccccccccccccccc: 'dddddddddddddddd',
    e: 12,
  },
}

describe('inspect prints as Node does', () => {
  test.each(Object.entries(values))('%s', (_, value) => {
    expect(inspect(value)).toBe(nodeInspect(value))
  })

  test('an error without its stack', () => {
    expect(inspect({ failed: new RangeError('too far') })).toBe('{ failed: [RangeError: too far] }')
  })

  test('2,000 random values', () => {
    const anything = fc.anything({
      withBigInt: true,
      withMap: true,
      withSet: true,
      withSparseArray: true,
      withTypedArray: true,
      maxDepth: 4,
    })
    fc.assert(
      fc.property(anything, (value) => {
        expect(inspect(value)).toBe(nodeInspect(value))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})

describe('format prints as Node does', () => {
  test.each<[string, unknown[]]>([
    ['nothing', []],
    ['strings raw, the rest inspected', ['a', 1, { b: 'c' }, ['d'], 'e\nf']],
    ['%s %d %i %f', ['%s is %d, %i, %f', 'pid', '4.5', '4.5', '4.5', 'more']],
    ['%j %o %O %%', ['%j %O 100%%', { a: 1 }, { b: [1] }]],
    ['too few values', ['%s %s %d', 1]],
    ['a lone string with a percent sign', ['100%', '%']],
    ['%c takes a value and prints nothing', ['%cred', 'color: red']],
    ['%s of objects, bigint and -0', ['%s %s %s', 1n, -0, [1, 2]]],
  ])('%s', (_, values) => {
    expect(format(...values)).toBe(nodeFormat(...values))
  })
})
