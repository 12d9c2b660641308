/**
 * The model `cpu-time`, its side `requests`: a service under a quota, on one CPU or two. Held against the model is how
 * long each request took, and what cpu.stat counted meanwhile. When the periods begin is drawn by the kernel, so it is seen, and the model is told.
 */
import {
  init,
  isServed,
  play,
  randomService,
  rules as all,
  serveAll,
  type Group,
  type Input,
  type Job,
  type Rule,
  type Stat,
  type State,
} from '#models/cpu-time'
import type { Seen } from '../cpu-time/seen.ts'
import { spoiltBy, wantedOf } from '../cpu-time/shares.ts'
import { caseOf, inputOf, treeSubject, withPhases } from '../cpu-time/trees.ts'

const rules: readonly Rule[] = [
  'cpu-time/timer-starts',
  'cpu-time/timer-stops',
  'cpu-time/period-begins',
  'cpu-time/unspent-lost',
  'cpu-time/burst-used',
  'cpu-time/quota-spent',
  'cpu-time/period-was-throttled',
  'cpu-time/job-comes',
  'cpu-time/job-done',
]

/**
 * Milliseconds that the requests of a service may be off by on average. On one CPU it is about one; where two CPUs draw
 * on a quota, one may hold a slice of 5 ms that the other lacks, and then that one waits for the next period.
 */
const bar = 25

const service = ({ groups }: Input): Group | undefined =>
  groups.find(({ threads }) => threads.some(({ does }) => typeof does === 'object'))

const jobsOf = (input: Input): readonly Job[] => {
  const does = service(input)?.threads[0]?.does
  return typeof does === 'object' ? does : []
}

/** CPUs that give what was received. */
const asSeen = (input: Input, seen: Seen): Input => ({
  ...withPhases(input, seen),
  cpus: seen.received.map((time) => time / seen.wall),
})

/** In milliseconds, from when a request came until the last of its threads was done. */
const took = (jobs: readonly Job[], done: readonly (readonly number[])[]): readonly number[] =>
  jobs.map(({ at }, index) => (Math.max(...done.map((ends) => ends[index] ?? Infinity)) - at) / 1000)

const doneIn = (state: State): readonly (readonly number[])[] =>
  (state.progress[service(state.input)?.name ?? ''] ?? []).map((so) => so?.done ?? [])

/** What cpu.stat counts, and by how much it may be off: so much, or such a part of it. */
const tolerances = {
  periods: [2, 0.05],
  throttled: [3, 0.15],
  bursts: [2, 0.15],
  burstTime: [15_000, 0.25],
} as const

type Count = keyof typeof tolerances
const counts = Object.keys(tolerances) as Count[]

/** The kernel takes what a CPU holds of the quota for used; where two hold some, that reads as bursts that nobody had. */
const ofOneCpu: readonly Count[] = ['bursts', 'burstTime']

/** The first count that is off. */
const missedCount = (predicted: Stat, seen: Stat, cpus: number): Count | undefined =>
  counts.find((name) => {
    if (cpus > 1 && ofOneCpu.includes(name)) return false
    const [few, part] = tolerances[name]
    return Math.abs(predicted[name] - seen[name]) > Math.max(few, part * predicted[name])
  })

const round = (times: readonly number[]): readonly number[] => times.map((time) => Number(time.toFixed(1)))

export const subject = treeSubject({
  aspect: 'requests',
  rules,
  uncheckable: () => [],
  makeCase: (seed) => caseOf(randomService(seed)),
  predict: (given) => {
    const input = inputOf(given)
    const { intervals } = play(init(input), Infinity, isServed)
    const fired = new Set(intervals.flatMap(({ trace }) => trace.map(({ rule }) => rule)))
    return { seen: [], rules: (Object.keys(all) as Rule[]).filter((rule) => fired.has(rule)).sort() }
  },
  measured: {
    unit: 'ms',
    judge: (given, _, [seen]) => {
      const input = inputOf(given)
      if (!seen?.done) return { is: 'not-applicable', why: 'nothing was seen' }
      const why = spoiltBy(seen, wantedOf(input))
      if (why !== undefined) return { is: 'not-applicable', why }
      const jobs = jobsOf(input)
      const served = serveAll(asSeen(input, seen))
      const predicted = took(jobs, doneIn(served))
      const observed = took(jobs, seen.done)
      const off = predicted.map((time, at) => Math.abs(time - (observed[at] ?? 0)))
      const error = off.reduce((sum, one) => sum + one, 0) / Math.max(1, off.length)
      const name = service(input)?.name ?? ''
      const [ours, theirs] = [served.stats[name], seen.stats[name]]
      const count = ours && theirs ? missedCount(ours, { ...theirs, usage: 0 }, input.cpus.length) : undefined
      if (count)
        return {
          is: 'differs',
          error,
          difference: {
            at: 0,
            predicted: { [count]: ours?.[count] },
            observed: { [count]: theirs?.[count] },
          },
        }
      return error <= bar
        ? { is: 'agrees', error }
        : {
            is: 'differs',
            error,
            difference: { at: 0, predicted: round(predicted), observed: round(observed) },
          }
    },
  },
})
