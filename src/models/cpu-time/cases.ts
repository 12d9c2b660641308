/** Random trees, seeded: what property tests and conformance put to the model. */
import { pick, randomFrom, randomInt, type Random } from '#kit'
import { root } from './tree.ts'
import type { Group, Input, Job, Quota, Thread } from './types.ts'

export type Making = {
  readonly cpus: number
  readonly pinned: boolean
  /** threads in groups that hold groups: v1 allows it, v2 in threaded groups alone */
  readonly besides: boolean
  readonly quotas: boolean
}

const between = (random: Random, from: number, to: number): number => from + randomInt(random, to - from + 1)

/** From 10 to 1000, each order of magnitude as likely; now and then one of the ends of what may be written. */
const someWeight = (random: Random): number =>
  random() < 0.08 ? pick(random, [1, 10_000]) : Math.round(10 ** (1 + 2 * random()))

const someThreads = (random: Random, { cpus, pinned }: Making, few: number): readonly Thread[] =>
  Array.from({ length: few }, () => ({
    cpu: pinned ? randomInt(random, cpus) : ('any' as const),
    does: random() < 0.15 ? 'sleep' : 'loop',
  }))

/** Enough to be spent by some and not by others, with time to be held. `most`: percent of a CPU, which v1 insists on. */
const someQuota = (random: Random, most: number): Quota => {
  const period = pick(random, [20_000, 40_000, 50_000, 100_000])
  const max = Math.round((period * between(random, 10, most)) / 100)
  return { max, period, burst: 0, phase: 0 }
}

type Around = { readonly parent: string; readonly depth: number; readonly most: number }

const grow = (random: Random, making: Making, around: Around): readonly Group[] => {
  const { parent, depth, most } = around
  const siblings = between(random, depth === 0 ? 2 : 1, 3)
  return Array.from({ length: siblings }).flatMap((_, at): readonly Group[] => {
    const name = `${parent}${'abc'[at]}`
    const quota = making.quotas && random() < 0.45 ? someQuota(random, most) : undefined
    const share = quota ? Math.floor((100 * quota.max) / quota.period) : most
    const nests = depth < 2 && share >= 10 && random() < (making.quotas ? 0.75 : 0.35)
    const inside = nests ? grow(random, making, { parent: name, depth: depth + 1, most: share }) : []
    const few = random() < 0.12 ? 0 : between(random, 1, 3)
    const own = nests ? Number(making.besides && random() < 0.6) : few
    const group = {
      ...{ name, parent, weight: someWeight(random) },
      ...(quota ? { quota } : {}),
      threads: someThreads(random, making, own),
    }
    return [group, ...inside]
  })
}

const isBusy = ({ groups }: Input): boolean =>
  groups.some(({ threads }) => threads.some(({ does }) => does === 'loop'))

/**
 * Takes what the others leave while they are held: so the CPU is always wanted, and whatever the tree did not receive
 * of it was taken by somebody outside.
 */
const rest: Group = { name: 'rest', parent: root, weight: 1, threads: [{ cpu: 0, does: 'loop' }] }

/** A tree with somebody in it who runs. */
export const randomTree = (seed: number, making: Making): Input => {
  const random = randomFrom(seed)
  for (;;) {
    const grown = grow(random, making, { parent: root, depth: 0, most: 80 })
    const groups = making.quotas ? [...grown, rest] : grown
    const input = { cpus: Array.from({ length: making.cpus }, () => 1), groups }
    if (isBusy(input)) return input
  }
}

/** One group, one thread, a weight against which the rest hardly counts, and a quota it would exceed: periods and what is throttled can be counted exactly. */
export const randomQuota = (seed: number): Input => {
  const random = randomFrom(seed)
  const period = 1000 * between(random, 10, 100)
  const max = Math.round((period * between(random, 10, 90)) / 100)
  const burst = random() < 0.3 ? Math.round(max * random()) : 0
  return {
    cpus: [1],
    groups: [
      {
        ...{ name: 'a', parent: root, weight: between(random, 100, 10_000) },
        quota: { max, period, burst, phase: 0 },
        threads: [{ cpu: 0, does: 'loop' }],
      },
      rest,
    ],
  }
}

/**
 * A service under a quota: its first request starts the timer and goes on into the next period, then they come at any
 * distance, so that some queue, some find what was kept, and some find the timer stopped.
 */
export const randomService = (seed: number): Input => {
  const random = randomFrom(seed)
  const period = 1000 * between(random, 40, 100)
  const threads = between(random, 1, 2)
  const max = Math.round((period * threads * between(random, 20, 60)) / 100)
  const burst = random() < 0.8 ? Math.round(max * random()) : 0
  const does: Job[] = [{ at: 0, work: Math.round((1.2 * max) / threads) }]
  for (let at = 0; at < 2_500_000;) {
    at += Math.round(period * (0.3 + 3.5 * random() ** 2))
    does.push({ at, work: Math.round((max / threads) * (0.3 + random())) })
  }
  return {
    cpus: Array.from({ length: threads }, () => 1),
    groups: [
      {
        ...{ name: 'a', parent: root, weight: between(random, 1000, 10_000) },
        quota: { max, period, burst, phase: 0 },
        threads: Array.from({ length: threads }, (_, cpu) => ({ cpu, does })),
      },
      { ...rest, threads: Array.from({ length: threads }, (_, cpu): Thread => ({ cpu, does: 'loop' })) },
    ],
  }
}
