/** A service under a quota: requests come, each is so many milliseconds of work on so many threads at once. */
import { randomFrom } from '#kit'
import { jobsOf } from './demand.ts'
import { play } from './play.ts'
import { init } from './start.ts'
import type { Input, Job, Quota, State } from './types.ts'

export type Service = {
  /** of one request, all its threads together */
  readonly work: number
  /** a request is divided evenly among these; each has a CPU of its own */
  readonly threads: number
  /** from one request to the next: on average, drawn by lot between half and one and a half of it */
  readonly every: number
  readonly quota: Quota | undefined
}

export const group = 'service'

/** Instants at which requests come: the same for the same seed. */
export const arrivals = (every: number, count: number, seed = 1): readonly number[] => {
  const random = randomFrom(seed)
  let at = 0
  return Array.from({ length: count }, () => {
    at += every * (0.5 + random())
    return Math.round(at)
  })
}

export const serve = ({ work, threads, quota }: Service, at: readonly number[]): Input => {
  const does: readonly Job[] = at.map((instant) => ({ at: instant, work: work / threads }))
  return {
    cpus: Array.from({ length: threads }, () => 1),
    groups: [
      {
        ...{ name: group, parent: '', weight: 100 },
        ...(quota ? { quota } : {}),
        threads: Array.from({ length: threads }, (_, cpu) => ({ cpu, does })),
      },
    ],
  }
}

/** Done when the last of its threads is done. */
export const latencies = (state: State): readonly number[] => {
  const [served] = state.input.groups
  const does = served?.threads[0]?.does ?? []
  if (typeof does === 'string') return []
  const done = (state.progress[group] ?? []).map((so) => so?.done ?? [])
  return does.flatMap((job, at) => {
    const ends = done.flatMap((each) => each[at] ?? [])
    return ends.length === done.length ? [Math.max(...ends) - job.at] : []
  })
}

/** Every job of every thread is done. */
export const isServed = ({ input, progress }: State): boolean =>
  input.groups.every(({ name, threads }) =>
    threads.every((thread, at) => jobsOf(thread)[progress[name]?.[at]?.at ?? 0] === undefined),
  )

/** All of them served, one event after the other. */
export const serveAll = (input: Input): State => play(init(input), Infinity, isServed).state

/** The smallest value that so large a part of them does not exceed (nearest rank). */
export const percentile = (values: readonly number[], part: number): number => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0
}
