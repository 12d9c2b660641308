import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  arrivals,
  averageOver,
  divide,
  explain,
  init,
  latencies,
  observe,
  percentile,
  playUntil,
  pour,
  randomTree,
  rateOf,
  root,
  childrenOf,
  running,
  serve,
  serveAll,
  sharesOf,
  step,
  type Input,
} from './index.ts'
import { firstDisagreement } from './second-reading.fixture.ts'

const seeds = Array.from({ length: 300 }, (_, seed) => seed)
const makings = [
  { cpus: 1, pinned: true, besides: false, quotas: false },
  { cpus: 2, pinned: true, besides: true, quotas: false },
  { cpus: 2, pinned: false, besides: false, quotas: false },
  { cpus: 2, pinned: true, besides: true, quotas: true },
  { cpus: 2, pinned: false, besides: false, quotas: true },
] as const
const trees = seeds.map((seed) => randomTree(seed, makings[seed % makings.length] ?? makings[0]))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const dividing = (input: Input) => divide(input, running(init(input)))

describe('a division', () => {
  test('what a group gets, its threads and child groups have between them', () => {
    for (const input of trees) {
      const division = dividing(input)
      for (const { name } of input.groups) {
        const inside =
          sum(division.threads[name] ?? []) +
          sum(childrenOf(input, name).map((one) => rateOf(division, one.name)))
        expect(inside).toBeCloseTo(rateOf(division, name), 9)
      }
    }
  })

  test('no CPU idles that somebody may use, and none is given away twice', () => {
    for (const input of trees) {
      const division = dividing(input)
      const got = sum(childrenOf(input, root).map(({ name }) => rateOf(division, name)))
      const loops = input.groups.flatMap(({ threads }) => threads.filter(({ does }) => does === 'loop'))
      const usable = loops.some(({ cpu }) => cpu === 'any')
        ? Math.min(input.cpus.length, loops.length)
        : new Set(loops.map(({ cpu }) => cpu)).size
      expect(got).toBeCloseTo(usable, 9)
    }
  })

  test('no thread has more than one CPU', () => {
    for (const input of trees)
      for (const rates of Object.values(dividing(input).threads))
        for (const rate of rates) expect(rate).toBeLessThan(1 + 1e-9)
  })

  test('every group is told something', () => {
    for (const input of trees) {
      const told = new Set(
        explain(input, running(init(input)), dividing(input)).map(({ subject }) => subject),
      )
      for (const { name } of input.groups) expect(told).toContain(name)
    }
  })

  test('twice all weights change nothing', () => {
    for (const input of trees.filter(({ groups }) =>
      groups.every((one) => childrenOf({ cpus: [], groups }, one.name).length === 0),
    )) {
      const twice = { ...input, groups: input.groups.map((one) => ({ ...one, weight: 2 * one.weight })) }
      for (const { name } of input.groups)
        expect(rateOf(dividing(twice), name)).toBeCloseTo(rateOf(dividing(input), name), 9)
    }
  })
})

test('pour: all of it is given where it can be used, by weight among those below their most', () => {
  const claim = fc.record({
    weight: fc.integer({ min: 1, max: 100 }),
    most: fc.double({ min: 0.01, max: 2, noNaN: true }),
  })
  fc.assert(
    fc.property(
      fc.array(claim, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      (claims, amount) => {
        const got = pour(amount, claims)
        expect(sum([...got.values()])).toBeCloseTo(Math.min(amount, sum(claims.map(({ most }) => most))), 9)
        expect(got.size).toBe(claims.length)
        const open = [...got].flatMap(([{ weight, most }, gets]) =>
          gets < most - 1e-9 ? [gets / weight] : [],
        )
        for (const level of open) expect(level).toBeCloseTo(open[0] ?? 0, 9)
      },
    ),
  )
})

test('what one group is given and what is counted of it: plain arithmetic says the same, period by period', () => {
  expect(firstDisagreement()).toBeUndefined()
})

describe('time', () => {
  const limited = trees.filter(({ groups }) => groups.some(({ quota }) => quota))

  test('nobody has more than its quotas, and none of it is lost on the way', () => {
    for (const input of limited) {
      const { state } = playUntil(init(input), 1_000_000)
      for (const { name, quota } of input.groups) {
        const usage = state.stats[name]?.usage ?? 0
        if (quota) expect(usage).toBeLessThanOrEqual((1_000_000 / quota.period + 1) * quota.max + 1)
      }
      const own = sum(
        input.groups.filter(({ parent }) => parent === root).map(({ name }) => state.stats[name]?.usage ?? 0),
      )
      expect(own).toBeLessThanOrEqual(input.cpus.length * 1_000_000 + 1)
    }
  })

  test('goes on, whatever is held', () => {
    for (const input of limited) {
      const { intervals } = playUntil(init(input), 500_000)
      expect(intervals.filter(({ from, to }) => to === from).length).toBeLessThanOrEqual(
        input.groups.length + 1,
      )
      expect(intervals.at(-1)?.to).toBe(500_000)
    }
  })

  test('in small steps or large ones, the end is the same', () => {
    for (const input of limited.slice(0, 20)) {
      let state = init(input)
      for (let at = 7000; at <= 350_000; at += 7000)
        while (state.now < at) state = step(state, { do: 'pass', until: at }).state
      const { stats } = playUntil(init(input), 350_000).state
      for (const { name } of input.groups) {
        expect(state.stats[name]?.usage).toBeCloseTo(stats[name]?.usage ?? 0, 1)
        expect(state.stats[name]?.throttled).toBe(stats[name]?.throttled)
      }
    }
  })

  test('throttled_usec counts each CPU', () => {
    const loops = [0, 1].map((cpu) => ({ cpu, does: 'loop' as const }))
    const quota = { max: 60_000, period: 100_000, burst: 0, phase: 0 }
    const input = { cpus: [1, 1], groups: [{ name: 'a', parent: root, weight: 100, quota, threads: loops }] }
    const files = observe(playUntil(init(input), 100_000).state, 'a')
    expect(files.map(({ v2, value }) => [v2, value])).toEqual([
      ['usage_usec', 60_000],
      ['nr_periods', 1],
      ['nr_throttled', 1],
      ['throttled_usec', 140_000],
      ['nr_bursts', 0],
      ['burst_usec', 0],
    ])
    expect(files.find(({ v1 }) => v1 === 'throttled_time')?.v1Value).toBe(140_000_000)
  })

  test('a quota caps what weight would give, and the rest goes to who can use it', () => {
    const loop = [{ cpu: 0, does: 'loop' as const }]
    const quota = { max: 20_000, period: 100_000, burst: 0, phase: 0 }
    const groups = [
      { name: 'a', parent: root, weight: 300, quota, threads: loop },
      { name: 'b', parent: root, weight: 100, threads: loop },
    ]
    expect(averageOver({ cpus: [1], groups }, 1_000_000)).toEqual({
      a: expect.closeTo(0.2),
      b: expect.closeTo(0.8),
    })
  })
})

describe('requests', () => {
  const service = { work: 30_000, threads: 2, every: 200_000 }

  test('without a quota each takes its work, divided by its threads', () => {
    const state = serveAll(serve({ ...service, quota: undefined }, arrivals(service.every, 20)))
    for (const took of latencies(state)) expect(took).toBeCloseTo(15_000, 3)
  })

  test('come in order, the same for the same seed, between half and one and a half of their distance', () => {
    const at = arrivals(100, 500, 3)
    expect(arrivals(100, 500, 3)).toEqual(at)
    at.slice(1).forEach((time, index) => {
      expect(time - (at[index] ?? 0)).toBeGreaterThanOrEqual(49)
      expect(time - (at[index] ?? 0)).toBeLessThanOrEqual(151)
    })
  })

  test('percentile: the nearest rank', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at)
    expect([0.01, 0.5, 0.99, 1].map((part) => percentile(values, part))).toEqual([1, 50, 99, 100])
    expect(percentile([7], 0.99)).toBe(7)
  })
})

test('cpu.weight 100 is cpu.shares 1024', () => {
  expect([1, 100, 10_000].map(sharesOf)).toEqual([10, 1024, 102_400])
})
