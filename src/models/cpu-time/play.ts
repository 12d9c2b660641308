/** A stretch of time: the intervals in which rates were steady, one event after the other. */
import { running } from './demand.ts'
import { divide } from './divide.ts'
import type { Trace } from './rules.ts'
import { step } from './step.ts'
import type { Division, State } from './types.ts'
import type { Running } from './weigh.ts'

export type Interval = {
  readonly from: number
  readonly to: number
  readonly running: Running
  readonly division: Division
  /** what happened at its end */
  readonly trace: Trace
}

export type Span = { readonly state: State; readonly intervals: readonly Interval[] }

/** More events at one instant than any tree has. */
const mostAtOnce = 100

/** Where time stands still it would do so for ever: a fault of our own, and nobody shall wait for its end. */
const refuseToStand = (intervals: readonly Interval[], to: number): void => {
  if (!Number.isFinite(to)) throw new Error('cpu-time: expected an event, and none comes')
  if (intervals.at(-mostAtOnce)?.to === to)
    throw new Error(`cpu-time: expected time to go on after ${to} µs, got ${mostAtOnce} events there`)
}

/** Everything that happens until then, or until it is enough. */
export const play = (start: State, until: number, isEnough: (state: State) => boolean): Span => {
  const intervals: Interval[] = []
  let state = start
  while (state.now < until && !isEnough(state)) {
    const runs = running(state)
    const made = step(state, { do: 'pass', until })
    const { from, to } = made.outcome
    intervals.push({ from, to, running: runs, division: divide(state.input, runs), trace: made.trace })
    refuseToStand(intervals, to)
    state = made.state
  }
  return { state, intervals }
}

export const playUntil = (state: State, until: number): Span => play(state, until, () => false)
