import { jobsOf } from './demand.ts'
import type { Account, Input, Progress, Quota, Stat, State, Thread } from './types.ts'

const nothingYet: Stat = { usage: 0, periods: 0, throttled: 0, throttledTime: 0, bursts: 0, burstTime: 0 }

/**
 * Long after the files were written. The kernel runs the timer when they are, and stops it after an idle period; by
 * then all that may be kept has been.
 */
const fresh = ({ max, burst }: Quota): Account => ({
  left: max + burst,
  begunWith: max + burst,
  next: undefined,
  idle: true,
})

/** At a job of its own; who has no jobs, or no more, is at none. */
export const begin = (thread: Thread, at: number): Progress => ({
  at,
  left: jobsOf(thread)[at]?.work ?? 0,
  done: [],
})

export const init = (input: Input): State => ({
  now: 0,
  input,
  stats: Object.fromEntries(input.groups.map(({ name }) => [name, nothingYet])),
  accounts: Object.fromEntries(
    input.groups.flatMap(({ name, quota }) => (quota ? [[name, fresh(quota)]] : [])),
  ),
  progress: Object.fromEntries(
    input.groups.map(({ name, threads }) => [name, threads.map((thread) => begin(thread, 0))]),
  ),
})
