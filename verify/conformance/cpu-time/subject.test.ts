/** The cases of every side of `cpu-time`, and what its records have to show on average. */
import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { targets, type Subject } from '#conformance'
import { leftOut, type Group } from '#models/cpu-time'
import { readRecord, readSummary, recordedTargets, summaryFile } from '../record-file.ts'
import { subject as moved } from '../cpu-time-moved/subject.ts'
import { subject as quotas } from '../cpu-time-quotas/subject.ts'
import { subject as requests } from '../cpu-time-requests/subject.ts'
import type { Given, Ground, Seen } from './seen.ts'
import { spoiltBy } from './shares.ts'
import { subject as pinned } from './subject.ts'
import { inputOf } from './trees.ts'

type Side = Subject<Ground, Group, Seen>

/** What the mean and the worst of each side may be, in its unit. */
const sides: readonly (readonly [string, Side, { readonly mean: number; readonly worst: number }])[] = [
  ['pinned', pinned, { mean: 0.5, worst: 2 }],
  ['moved', moved, { mean: 2, worst: 20 }],
  ['quotas', quotas, { mean: 2, worst: 8 }],
  ['requests', requests, { mean: 6, worst: 25 }],
]

const casesOf = (side: Side): readonly Given[] =>
  Array.from({ length: 60 }, (_, seed) => side.makeCase(seed, 'host'))

/** A kernel that does just what the model says, to a tree that is given this part of each CPU. */
const perfect = (given: Given): Seen => ({
  wall: 3_000_000,
  received: inputOf(given).cpus.map(() => 3_000_000),
  stolen: inputOf(given).cpus.map(() => 0),
  usage: {},
  stats: {},
  phases: {},
})

describe.each(sides)('%s', (_, side, bar) => {
  test('every case is one the schema reads; without one of its groups it is still a tree', () => {
    for (const given of casesOf(side)) {
      expect(side.caseSchema.parse(given)).toEqual(given)
      expect(side.keep(given, () => true)).toEqual(given)
      const { actions } = side.keep(given, (at) => at > 0)
      for (const { parent } of actions) expect(['', ...actions.map(({ name }) => name)]).toContain(parent)
    }
  })

  test('ninety cases fire each of its rules twenty times', () => {
    const fired = Array.from(
      { length: 90 },
      (_, seed) => side.predict(side.makeCase(seed * 7919, 'host')).rules,
    )
    for (const rule of side.rules)
      expect(fired.filter((rules) => rules.includes(rule)).length, rule).toBeGreaterThanOrEqual(20)
  })

  test('what it declares is told to the reader, with its reason', () => {
    for (const { id } of side.declared) expect(leftOut).toContain(id)
  })

  test('a tree of which nothing was had, though it wanted all, differs or is no sample', () => {
    for (const given of casesOf(side)) {
      const verdict = side.measured?.judge(given, [], [perfect(given)])
      expect(['differs', 'not-applicable']).toContain(verdict?.is)
    }
  })

  test.each(targets.filter((target) => existsSync(summaryFile(side, target))))(
    'on average and at worst its record on %s is within the bars',
    (target) => {
      const { error, cases, notApplicable } = readSummary(side, target)
      expect(error?.mean).toBeLessThanOrEqual(bar.mean)
      expect(error?.worst).toBeLessThanOrEqual(bar.worst)
      expect(notApplicable / cases).toBeLessThanOrEqual(0.3)
    },
  )
})

test.each(recordedTargets(pinned))(
  'sixty trees and more stand in the record on %s, each seen for three seconds',
  (target) => {
    const { covering } = readRecord(pinned, target)
    expect(covering.length).toBeGreaterThanOrEqual(60)
    for (const { seen } of covering) expect(seen[0]?.wall).toBeGreaterThanOrEqual(3_000_000)
  },
)

describe('a sample is no good', () => {
  const seen: Seen = { wall: 100, received: [96, 50], stolen: [0, 0], usage: {}, stats: {}, phases: {} }

  test('where others had more than a twentieth of a CPU that was wanted', () => {
    expect(spoiltBy(seen, [1, 0])).toBeUndefined()
    expect(spoiltBy({ ...seen, received: [94, 50] }, [1, 0])).toMatch(/others/)
    expect(spoiltBy(seen, [1, 1])).toMatch(/others/)
  })

  test('where the machine itself stood still', () => {
    expect(spoiltBy({ ...seen, stolen: [6, 0] }, [1, 0])).toMatch(/stood still/)
  })
})
