import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalKey,
  clockFrom,
  explore,
  pause,
  pick,
  pickWeighted,
  play,
  randomFrom,
  randomInt,
  rememberLast,
  seek,
  tick,
} from './index.ts'

describe('random', () => {
  test('mulberry32 gives its published sequence', () => {
    const random = randomFrom(1)
    expect([random(), random(), random()].map((n) => Math.floor(n * 2 ** 32))).toEqual([
      2693262067, 11749833, 2265367787,
    ])
  })

  test('a whole number stays below its bound, and every value comes up', () => {
    const random = randomFrom(7)
    const seen = Array.from({ length: 1000 }, () => randomInt(random, 6))
    expect([...new Set(seen)].sort()).toEqual([0, 1, 2, 3, 4, 5])
  })

  test('a weight of three is picked about three times as often', () => {
    const random = randomFrom(3)
    const often = Array.from({ length: 4000 }, () => pickWeighted(random, { often: 3, seldom: 1, never: 0 }))
    expect(often.filter((name) => name === 'often').length / 4000).toBeCloseTo(0.75, 1)
    expect(often).not.toContain('never')
  })

  test('picking from nothing says so', () => {
    expect(() => pick(randomFrom(1), [])).toThrow('expected a list with something in it')
  })
})

describe('clock', () => {
  test('plays to the end and stops there', () => {
    let clock = play(clockFrom(3))
    const seen = [clock.now]
    while (clock.running) seen.push((clock = tick(clock)).now)
    expect(seen).toEqual([0, 1, 2, 3])
  })

  test('a paused clock does not tick', () => {
    expect(tick(pause(play(clockFrom(3, 1)))).now).toBe(1)
  })

  test('playing at the end starts over; a clock with nothing to show stays', () => {
    expect(play(clockFrom(3, 3))).toEqual({ now: 0, end: 3, running: true })
    expect(play(clockFrom(0)).running).toBe(false)
  })

  test('setting it anywhere lands within its bounds and stops it', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.double(), (end, to) => {
        const { now, running } = seek(play(clockFrom(end)), to)
        expect(Number.isInteger(now) && now >= 0 && now <= end && !running).toBe(true)
      }),
    )
  })
})

describe('explore', () => {
  /** two counters that each run to two, in any order */
  const counters = {
    enabled: (state: { a: number; b: number }) => (['a', 'b'] as const).filter((name) => state[name] < 2),
    step: (state: { a: number; b: number }, name: 'a' | 'b') => ({
      state: { ...state, [name]: state[name] + 1 },
    }),
  }

  test('finds every state of every order, and the ones at rest', () => {
    const { admissible, settled, complete } = explore({ a: 0, b: 0 }, counters, { states: 100, depth: 10 })
    expect(admissible.size).toBe(9)
    expect([...settled.values()]).toEqual([{ a: 2, b: 2 }])
    expect(complete).toBe(true)
  })

  test.each([
    ['states', { states: 4, depth: 10 }, 4],
    ['depth', { states: 100, depth: 1 }, 3],
  ])('says when the limit of %s cut it short', (_, limits, size) => {
    const { admissible, complete } = explore({ a: 0, b: 0 }, counters, limits)
    expect({ size: admissible.size, complete }).toEqual({ size, complete: false })
  })

  test('the key does not depend on the order of keys', () => {
    expect(canonicalKey({ b: [1, { d: 1, c: null }], a: 2 })).toBe(
      canonicalKey({ a: 2, b: [1, { c: null, d: 1 }] }),
    )
    expect(canonicalKey([1, 2])).not.toBe(canonicalKey([2, 1]))
  })
})

describe('rememberLast', () => {
  test('asks again about another thing alone, even where there is nothing to tell', () => {
    const asked: object[] = []
    const find = rememberLast((thing: { readonly size?: number }) => {
      asked.push(thing)
      return thing.size
    })
    const [one, none] = [{ size: 1 }, {}]
    expect([one, one, none, none, one].map(find)).toEqual([1, 1, undefined, undefined, 1])
    expect(asked).toEqual([one, none, one])
  })
})
