/**
 * The model `cpu-time`, its side `quotas`: trees on one CPU in which some groups have a quota. Held against the model
 * are what each group had, and how many of its periods were throttled.
 */
import { randomFrom } from '#kit'
import {
  groupOf,
  init,
  playUntil,
  randomQuota,
  randomTree,
  subtree,
  type Input,
  type Rule,
} from '#models/cpu-time'
import { indexOf, seenShares, spoiltBy, worstOf, type Shares } from '../cpu-time/shares.ts'
import { caseOf, inputOf, treeSubject, withPhases } from '../cpu-time/trees.ts'
import type { Given, Seen } from '../cpu-time/seen.ts'
import { missedCount, tick, type Stats } from './counts.ts'

const rules: readonly Rule[] = [
  'cpu-time/timer-starts',
  'cpu-time/period-begins',
  'cpu-time/quota-spent',
  'cpu-time/held-with-outer',
  'cpu-time/period-was-throttled',
]

/** In points of one CPU. */
const bar = 8

const making = { cpus: 1, pinned: true, besides: false, quotas: true } as const

/** All of it happens again and again: this is enough to see every rule that speaks. */
const glance = 400_000

/** The model's time begins with full quotas; the kernel's had long been spent when it was looked at. */
const warmUp = 1_000_000

/** What was counted since. */
const since = (before: Stats, after: Stats): Stats =>
  Object.fromEntries(
    Object.entries(after).map(([name, stat]) => [
      name,
      {
        ...stat,
        usage: stat.usage - (before[name]?.usage ?? 0),
        periods: stat.periods - (before[name]?.periods ?? 0),
        throttled: stat.throttled - (before[name]?.throttled ?? 0),
        throttledTime: stat.throttledTime - (before[name]?.throttledTime ?? 0),
      },
    ]),
  )

/** The model on the CPU that the tree received, for as long as it was seen. */
const playAsSeen = (input: Input, seen: Seen): Stats => {
  const cpus = [(seen.received[0] ?? 0) / seen.wall]
  const warm = playUntil(init(withPhases({ ...input, cpus }, seen, warmUp)), warmUp).state
  return since(warm.stats, playUntil(warm, warmUp + seen.wall).state.stats)
}

const sharesOf = (stats: Stats, wall: number): Shares =>
  Object.fromEntries(Object.entries(stats).map(([name, { usage }]) => [name, usage / wall]))

/**
 * Since 6.18 a group that is held takes its threads off the CPU's queue one by one, and an empty queue knows no debts: each
 * period begins as if nobody had run, and so everybody in it may have a turn, which lasts a tick, whatever the weights.
 */
const forgetsDebts = ({ actions }: Given, at: number): boolean => {
  const input = inputOf({ input: { cpus: [1] }, actions })
  return input.groups.some(({ name, quota }) => {
    const inside = subtree(input, name)
    const busy = inside.filter((each) => groupOf(input, each)?.threads.some(({ does }) => does === 'loop'))
    return (
      quota !== undefined &&
      (100 * tick) / quota.period > bar &&
      busy.length > 1 &&
      inside.includes(actions[at]?.name ?? '')
    )
  })
}

export const subject = treeSubject({
  aspect: 'quotas',
  rules,
  uncheckable: () => [],
  declared: [{ id: 'debts-forgotten', holds: forgetsDebts }],
  makeCase: (seed) =>
    caseOf(randomFrom(seed ^ 0x5eed)() < 0.3 ? randomQuota(seed) : randomTree(seed, making)),
  predict: (given) => {
    const { intervals } = playUntil(init(inputOf(given)), glance)
    const fired = new Set(intervals.flatMap(({ trace }) => trace.map(({ rule }) => rule)))
    return { seen: [], rules: [...fired].filter((rule) => rules.includes(rule)).sort() }
  },
  measured: {
    unit: 'points',
    judge: (given, _, [seen]) => {
      const input = inputOf(given)
      if (!seen) return { is: 'not-applicable', why: 'nothing was seen' }
      const why = spoiltBy(seen, [1])
      if (why !== undefined) return { is: 'not-applicable', why }
      const stats = playAsSeen(input, seen)
      const { error, name, ...worst } = worstOf(input, sharesOf(stats, seen.wall), seenShares(input, seen))
      const count = missedCount(input, stats, seen)
      if (error <= bar && !count) return { is: 'agrees', error }
      const difference = count
        ? {
            at: indexOf(input, count.name),
            predicted: { throttled: count.predicted, time: count.held[0] },
            observed: { throttled: count.seen, time: count.held[1] },
          }
        : { at: indexOf(input, name), predicted: worst.predicted, observed: worst.seen }
      return { is: 'differs', error, difference }
    },
  },
})
