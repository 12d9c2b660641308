/**
 * Bandwidth of one group, read a second time from Documentation/scheduler/sched-bwc.rst: period by period, in plain
 * arithmetic, where the model goes from event to event. At most one other group competes, on one CPU.
 */
import { randomFrom } from '#kit'
import type { Input, Stat, Thread } from './types.ts'

export type OneGroup = {
  readonly cpus: number
  readonly threads: number
  readonly pinned: boolean
  readonly max: number
  readonly period: number
  readonly burst: number
  readonly phase: number
  /** of each thread, from an instant on: Infinity is a loop */
  readonly work: number
  readonly from: number
  /** of another group that loops beside it; 0 is none */
  readonly rival: number
  readonly until: number
}

const weight = 300

export const randomGroup = (seed: number): OneGroup => {
  const random = randomFrom(seed)
  const between = (least: number, most: number) => least + Math.floor(random() * (most - least + 1))
  const cpus = between(1, 2)
  const pinned = random() < 0.5
  const threads = between(1, pinned ? cpus : 3)
  const period = 1000 * between(20, 100)
  const max = Math.round((period * between(10, 60 * cpus)) / 100)
  const loops = random() < 0.5
  return {
    ...{ cpus, threads, pinned, period, max },
    burst: random() < 0.6 ? between(1, max) : 0,
    phase: random() < 0.3 ? 0 : between(1, period - 1),
    work: loops ? Infinity : between(1, 3 * max),
    from: loops ? 0 : between(0, 2 * period),
    rival: cpus === 1 && random() < 0.5 ? between(1, 10_000) : 0,
    until: 7 * period + between(1, period - 1) + 0.5,
  }
}

export const inputOf = (one: OneGroup): Input => {
  const { max, period, burst, phase, work, from, rival } = one
  const cpuOf = (at: number): Thread['cpu'] => (one.pinned ? at : 'any')
  const does: Thread['does'] = work === Infinity ? 'loop' : [{ at: from, work }]
  const threads = Array.from({ length: one.threads }, (_, at): Thread => ({ cpu: cpuOf(at), does }))
  const beside = { name: 'b', parent: '', weight: rival, threads: [{ cpu: cpuOf(0), does: 'loop' as const }] }
  return {
    cpus: Array.from({ length: one.cpus }, () => 1),
    groups: [
      { name: 'a', parent: '', weight, quota: { max, period, burst, phase }, threads },
      ...(rival > 0 ? [beside] : []),
    ],
  }
}

/** What is counted, how much of what was left could not be kept, and how often the group ran out. */
export type Counts = Stat & { readonly lost: number; readonly spent: number }

export const countOf = (one: OneGroup): Counts => {
  const { max, period, burst, phase, rival, until } = one
  const cpus = Math.min(one.threads, one.cpus)
  const rate = rival > 0 ? weight / (weight + rival) : cpus
  const count = {
    usage: 0,
    periods: 0,
    throttled: 0,
    throttledTime: 0,
    bursts: 0,
    burstTime: 0,
    lost: 0,
    spent: 0,
  }
  let [have, begunWith, todo, now] = [max + burst, max + burst, one.work * one.threads, one.from]
  const spend = (to: number) => {
    const used = Math.min(have, todo, rate * (to - now))
    const held = todo > used ? to - now - used / rate : 0
    ;[have, todo, now] = [have - used, todo - used, to]
    count.usage += used
    count.throttledTime += cpus * held
    const isHeld = held > 1e-3
    if (isHeld) count.spent++
    return { used, isHeld }
  }
  let beat = phase + Math.floor((now - phase) / period + 1) * period
  for (; beat <= until; beat += period) {
    const { used, isHeld } = spend(beat)
    count.periods++
    if (isHeld) count.throttled++
    const over = begunWith - have - max
    if (over > 1e-3) count.bursts++
    count.burstTime += Math.max(0, over)
    count.lost += Math.max(0, have - burst)
    have = begunWith = Math.min(have + max, max + burst)
    if (used === 0) return count
  }
  spend(until)
  return count
}
