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
  type GroupName,
  type Input,
  type Rule,
  type State,
} from '#models/cpu-time'
import { indexOf, seenShares, spoiltBy, worstOf, type Shares } from '../cpu-time/shares.ts'
import { caseOf, inputOf, treeSubject, withPhases } from '../cpu-time/trees.ts'
import type { Given, Seen } from '../cpu-time/seen.ts'

const rules: readonly Rule[] = [
  'cpu-time/timer-starts',
  'cpu-time/period-begins',
  'cpu-time/quota-spent',
  'cpu-time/held-with-outer',
  'cpu-time/period-was-throttled',
]

/** In points of one CPU. */
const bar = 8
/** Of the throttled periods, where a group is held for a tick and more each time, and there are enough to count. */
const countBar = 0.05
const shortest = 5000
const fewest = 20

/** Microseconds, at 250 Hz. */
const tick = 4000

const making = { cpus: 1, pinned: true, besides: false, quotas: true } as const

/** All of it happens again and again: this is enough to see every rule that speaks. */
const glance = 400_000

/** The model's time begins with full quotas; the kernel's had long been spent when it was looked at. */
const warmUp = 1_000_000

type Stats = State['stats']

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

const sum = (times: readonly number[]): number => times.reduce((all, one) => all + one, 0)

export type Counted = {
  readonly name: GroupName
  readonly predicted: number
  readonly seen: number
  /** how long it was held in all, by each */
  readonly held: readonly [number, number]
}

/** A period goes unthrottled where others take as long of it as the group would have been held. */
const allowed = (predicted: number): number => Math.max(1, countBar * predicted)

/** Of the groups whose throttled periods can be told apart from those that were nearly so. */
export const counts = (input: Input, stats: Stats, seen: Seen): readonly Counted[] =>
  Object.entries(seen.stats).flatMap(([name, stat]) => {
    const ours = stats[name]
    const period = groupOf(input, name)?.quota?.period ?? 0
    if (!ours || stat.periods < fewest) return []
    const held = ours.throttled > 0 ? ours.throttledTime / ours.throttled : 0
    const always = ours.throttled >= ours.periods - 1
    const taken = seen.wall - sum(seen.received)
    // What others took of the CPU may have come at any time, and then the quota was spent so much later.
    const margin = shortest + (period * taken) / seen.wall
    const predicted = (ours.throttled * stat.periods) / ours.periods
    return held >= margin && always && period > 0 && taken / held <= allowed(predicted)
      ? [{ name, predicted, seen: stat.throttled, held: [ours.throttledTime, stat.throttledTime] }]
      : []
  })

const missed = ({ predicted, seen }: Counted): boolean => Math.abs(predicted - seen) > allowed(predicted)

/** A spent quota is noticed up to a tick late, so a group is held for so much less time; and all of it is not so exact. */
const heldBar = 0.1

/** Only where one group stands alone with the rest: among several, who is held meanwhile changes for how long. */
const missedTime = ({ groups }: Input, { seen, held: [ours, theirs] }: Counted): boolean =>
  groups.length === 2 && (theirs > ours * (1 + heldBar) || theirs < ours * (1 - heldBar) - seen * tick)

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
      const count = counts(input, stats, seen).find((one) => missed(one) || missedTime(input, one))
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
