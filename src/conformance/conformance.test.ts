import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'astro/zod'
import {
  caseSeed,
  compare,
  countRules,
  coveringSet,
  digest,
  firstDifference,
  hashCases,
  judgeCounterexample,
  judgeCoverage,
  judgeKept,
  joinRecords,
  judgeShard,
  nameOf,
  packRules,
  planShards,
  recordName,
  keptOf,
  shrink,
  summarize,
  underFloor,
  unpackRules,
  type Case,
  type ConformanceRecord,
  type Subject,
} from './index.ts'

/** A model of addition: each action adds, and what is seen is the sum. Adding 7 is left out. */
const adding = (predict: (sum: number, by: number) => number): Subject<number, number, number> => ({
  model: 'adding',
  rules: ['adding/even', 'adding/odd'],
  uncheckable: () => [],
  declared: [{ id: 'thirteen', holds: ({ actions }, at) => actions[at] === 13 }],
  makeCase: (seed) => ({ input: seed % 10, actions: [seed % 5, seed % 7, seed % 3] }),
  predict: ({ input, actions }) => {
    let sum = input
    const seen = actions.map((by) => (sum = predict(sum, by)))
    const rules = [...new Set(actions.map((by) => (by % 2 === 0 ? 'adding/even' : 'adding/odd')))].sort()
    return actions.includes(7) ? { seen, rules, leftOut: 'seven' } : { seen, rules }
  },
  keep: ({ input, actions }, wanted) => ({ input, actions: actions.filter((_, at) => wanted(at)) }),
  tell: ({ actions }) => actions.map(String),
  link: () => undefined,
  caseSchema: z.object({ input: z.number(), actions: z.array(z.number()) }),
  seenSchema: z.number(),
})

const right = adding((sum, by) => sum + by)
const wrong = adding((sum, by) => sum + by + (by === 4 && sum > 9 ? 1 : 0))
const real = (given: Case<number, number>) => right.predict(given).seen

const recordOf = (cases: number): ConformanceRecord<number, number, number> => {
  const seeds = Array.from({ length: cases }, (_, at) => caseSeed(3, at))
  const made = seeds.map((seed) => right.makeCase(seed, 'host'))
  const fired = made.map((given) => right.predict(given).rules)
  return {
    schema: 1,
    model: 'adding',
    target: 'host',
    environment: {
      kernel: '6.18',
      architecture: 'x86_64',
      distribution: 'Debian',
      cgroup: 'v1',
      bash: '5.2',
      user: 'user',
    },
    started: '2026-01-02T03:04:05.000Z',
    seconds: 2.4,
    rules: right.rules,
    shards: [
      {
        seed: 3,
        cases,
        generator: hashCases(made),
        digests: made.map((given) => digest(real(given))).join(''),
        fired: fired.map((rules) => packRules(right.rules, rules)),
        differing: [],
        declared: [],
        notApplicable: [],
      },
    ],
    covering: coveringSet(
      made.map((given, at) => ({ ...given, seed: seeds[at] ?? 0, rules: fired[at] ?? [] })),
    ).map((kept) => ({ ...kept, seen: real(kept) })),
  }
}

describe('compare', () => {
  const verdictOf = (subject: typeof right, given: Case<number, number>) =>
    compare(subject, given, subject.predict(given), real(given))

  test('says where the two part first', () => {
    expect(firstDifference([1, 2, 3], [1, 5, 6])).toEqual({ at: 1, predicted: 2, observed: 5 })
    expect(firstDifference([1], [1, 2])).toEqual({ at: 1, predicted: undefined, observed: 2 })
    expect(firstDifference([1, undefined], [1])).toEqual({ at: 1, predicted: undefined, observed: undefined })
    expect(firstDifference([{ a: 1, b: 2 }], [{ b: 2, a: 1 }])).toBeUndefined()
  })

  test('agrees, differs, declared, not applicable', () => {
    expect(verdictOf(right, { input: 9, actions: [1, 4] })).toEqual({ is: 'agrees' })
    expect(verdictOf(wrong, { input: 9, actions: [1, 4] })).toEqual({
      is: 'differs',
      difference: { at: 1, predicted: 15, observed: 14 },
    })
    const offBy13 = adding((sum, by) => (by === 13 ? 0 : sum + by))
    expect(verdictOf(offBy13, { input: 1, actions: [2, 13] })).toMatchObject({
      is: 'declared',
      id: 'thirteen',
    })
    expect(verdictOf(right, { input: 1, actions: [7] })).toEqual({ is: 'not-applicable', why: 'seven' })
  })
})

describe('a subject that measures', () => {
  const nearly: typeof right = {
    ...right,
    measured: {
      unit: 'points',
      judge: (_, predicted, observed) => {
        const last = predicted.length - 1
        const error = Math.abs((predicted[last] ?? 0) - (observed[last] ?? 0))
        if (error > 50) return { is: 'not-applicable', why: 'noise' }
        if (error <= 1) return { is: 'agrees', error }
        return { is: 'differs', error, difference: { at: last, predicted, observed } }
      },
    },
  }
  const judge = (observed: readonly number[], actions: readonly number[] = [1, 4]) => {
    const given = { input: 9, actions }
    return compare(nearly, given, nearly.predict(given), observed)
  }

  test('says itself what is near enough, what is noise, and by how much it was out', () => {
    expect(judge([10, 14.5])).toEqual({ is: 'agrees', error: 0.5 })
    expect(judge([10, 24])).toMatchObject({ is: 'differs', error: 10 })
    expect(judge([10, 99])).toEqual({ is: 'not-applicable', why: 'noise' })
    expect(judge([10, 30], [1, 13])).toMatchObject({ is: 'declared', id: 'thirteen', error: 7 })
  })

  test('has a record with mean and worst, whose digests are not asked', () => {
    const [shard] = recordOf(4).shards
    const errors = [0.25, null, 1, 0.5]
    const record = { ...recordOf(4), unit: 'points', shards: [{ ...shard!, digests: '', errors }] }
    expect(summarize(record).error).toEqual({ unit: 'points', mean: 0.583, worst: 1 })
    expect(judgeShard(nearly, record.shards[0]!, 'host')).toEqual({ stale: false, faults: [] })
  })
})

describe('a record that is added to', () => {
  const of = (seed: number, change: Partial<ConformanceRecord<number, number, number>> = {}) => {
    const record = recordOf(60)
    return { ...record, shards: record.shards.map((shard) => ({ ...shard, seed })), ...change }
  }
  const kernel = { ...of(3).environment, kernel: '6.19' }

  test('is one record of all', () => {
    const joined = joinRecords({ ...right, makeCase: (seed) => right.makeCase(seed, 'host') }, of(3), {
      ...recordOf(40),
      shards: [{ ...recordOf(40).shards[0]!, seed: 4 }],
    })
    expect('record' in joined && summarize(joined.record)).toMatchObject({ cases: 100, seeds: [3, 4] })
  })

  test.each([
    [of(3), /has the cases of seed 3 already/],
    [of(4, { environment: kernel }), /of Linux 6.18, and this run was on 6.19/],
    [of(4, { rules: ['adding/even'] }), /other rules by now/],
  ])('is refused what does not go with it (%#)', (more, why) => {
    const joined = joinRecords(right, of(3), more)
    expect('why' in joined && joined.why).toMatch(why)
  })

  test('is refused when its generator has changed', () => {
    const other = { ...right, makeCase: (seed: number) => ({ input: seed % 10, actions: [1] }) }
    expect(joinRecords(other, of(3), of(4))).toHaveProperty('why', 'the generator makes other cases by now')
  })
})

test('a side of a model has a name and records of its own', () => {
  expect([nameOf({ model: 'cgroups' }), recordName({ model: 'cgroups' }, 'vm-v1')]).toEqual([
    'cgroups',
    'vm-v1',
  ])
  const cpu = { model: 'cgroups', aspect: 'cpu' }
  expect([nameOf(cpu), recordName(cpu, 'vm')]).toEqual(['cgroups-cpu', 'cpu.vm'])
})

describe('shrink', () => {
  const differs = (given: Case<number, number>) =>
    Promise.resolve(firstDifference(wrong.predict(given).seen, real(given)) !== undefined)

  test('leaves nothing that could still be taken out', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(9), { maxLength: 30 }), async (actions) => {
        const given = { input: 5, actions }
        fc.pre(await differs(given))
        const smallest = await shrink(wrong, given, differs)
        expect(await differs(smallest)).toBe(true)
        for (const [at] of smallest.actions.entries())
          expect(await differs({ input: 5, actions: smallest.actions.filter((_, i) => i !== at) })).toBe(
            false,
          )
      }),
    )
  })
})

test('a counterexample begins as plainly as it can', async () => {
  const given = { input: 19, actions: [1, 4] }
  const plainer = (input: number) => [0, 9, 10].filter((other) => other < input)
  const differs = ({ input, actions }: Case<number, number>) =>
    Promise.resolve(input > 8 && actions.includes(4))
  expect(await shrink({ ...wrong, plainer }, given, differs)).toEqual({ input: 9, actions: [4] })
})

describe('cover', () => {
  test('serves each rule, the rarest first, with as few as it can', () => {
    const cases = [
      ...Array.from({ length: 50 }, () => ({ rules: ['often'] })),
      ...Array.from({ length: 25 }, () => ({ rules: ['often', 'seldom'] })),
      { rules: ['once'] },
    ]
    const chosen = coveringSet(cases)
    expect(countRules(['often', 'seldom', 'once'], chosen)).toEqual({ often: 20, seldom: 20, once: 1 })
    expect(chosen).toHaveLength(21)
  })

  test('a rule below the floor is named, unless no sandbox can make it fire', () => {
    expect(underFloor({ a: 20, b: 19, c: 0 }, ['c'])).toEqual(['b'])
  })

  test('packed rules come out as they went in', () => {
    const all = Array.from({ length: 70 }, (_, at) => `rule-${at}`)
    fc.assert(
      fc.property(fc.subarray(all), (fired) => {
        expect(unpackRules(all, packRules(all, fired))).toEqual(fired)
      }),
    )
  })
})

describe('a record against a model', () => {
  const record = recordOf(100)

  test('of which it was made holds', () => {
    expect(keptOf(record).flatMap((kept) => judgeKept(right, kept))).toEqual([])
    expect(record.shards.map((shard) => judgeShard(right, shard, 'host'))).toEqual([
      { stale: false, faults: [] },
    ])
    expect(judgeCoverage(right, record)).toEqual([])
    expect(summarize(record)).toMatchObject({ cases: 100, agreed: 100, date: '2026-01-02', seconds: 2 })
  })

  test('that predicts something else is seen, case by case and by digest', () => {
    const off = adding((sum, by) => sum + by + (by === 4 ? 1 : 0))
    expect(keptOf(record).flatMap((kept) => judgeKept(off, kept)).length).toBeGreaterThan(0)
    expect(judgeShard(off, record.shards[0]!, 'host').faults[0]).toMatch(/predicted otherwise/)
  })

  test('whose generator makes other cases is stale, not wrong', () => {
    const other = { ...right, makeCase: (seed: number) => ({ input: seed % 10, actions: [1] }) }
    expect(judgeShard(other, record.shards[0]!, 'host')).toEqual({ stale: true, faults: [] })
  })

  test('that misses a case by more or less than was recorded is seen, near as it may be', () => {
    const missing = (error: number): typeof right => ({
      ...right,
      measured: { unit: 'points', judge: () => ({ is: 'agrees', error }) },
    })
    const [first] = keptOf(record)
    const recorded = { ...first!, error: 0.25 }
    expect(judgeKept(missing(0.2501), recorded)).toEqual([])
    expect(judgeKept(missing(0.26), recorded)[0]).toMatch(/recorded as missed by 0.25, now by 0.26/)
    expect(judgeKept(missing(0.25), first!)[0]).toMatch(/recorded as missed by null/)
    const shards = [{ ...record.shards[0]!, seed: 3, errors: [0.25, null] }]
    const covering = [1, 0].map((at) => ({ ...first!, seed: caseSeed(3, at) }))
    expect(keptOf({ covering, shards }).map(({ error }) => error)).toEqual([null, 0.25])
  })

  test('that no longer fires what a case was kept for is seen', () => {
    const silent = {
      ...right,
      predict: (given: Case<number, number>) => ({ ...right.predict(given), rules: [] }),
    }
    expect(judgeKept(silent, keptOf(record)[0]!)[0]).toMatch(/recorded as firing/)
  })

  test('with a rule that nothing has fired is seen', () => {
    const more = { ...right, rules: [...right.rules, 'adding/new'] }
    expect(judgeCoverage(more, record)).toHaveLength(2)
  })

  test('a counterexample is judged for ever', () => {
    const known = { input: 9, actions: [1, 4], seen: [10, 14], found: '2026-01-02', kernel: '6.18' }
    expect(judgeCounterexample(wrong, { ...known, target: 'host' })[0]).toMatch(
      /action 2: the model predicts 15/,
    )
    expect(judgeCounterexample(right, { ...known, target: 'host' })).toEqual([])
  })
})

test('shards have their own seeds, and no case comes twice', () => {
  const plan = planShards(7, 4500)
  expect(plan).toEqual([
    { seed: 7, cases: 2000 },
    { seed: 8, cases: 2000 },
    { seed: 9, cases: 500 },
  ])
  const seeds = plan.flatMap(({ seed, cases }) =>
    Array.from({ length: cases }, (_, at) => caseSeed(seed, at)),
  )
  expect(new Set(seeds).size).toBe(4500)
})
