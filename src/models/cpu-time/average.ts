/** A stretch of time seen as a whole: the intervals in which rates were steady, and what each group had in the end. */
import { running } from './demand.ts'
import { divide } from './divide.ts'
import { init } from './start.ts'
import { step } from './step.ts'
import type { Trace } from './rules.ts'
import type { Division, GroupName, Input, State } from './types.ts'
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

/** Everything that happens until then. */
export const playUntil = (state: State, until: number): Span => {
  const intervals: Interval[] = []
  let so = state
  while (so.now < until) {
    const runs = running(so)
    const division = divide(so.input, runs)
    const made = step(so, { do: 'pass', until })
    const { from, to } = made.outcome
    intervals.push({ from, to, running: runs, division, trace: made.trace })
    so = made.state
  }
  return { state: so, intervals }
}

/** CPUs used on average over the first so many microseconds. */
export const averageOver = (input: Input, span: number): Readonly<Record<GroupName, number>> => {
  const { state } = playUntil(init(input), span)
  return Object.fromEntries(input.groups.map(({ name }) => [name, (state.stats[name]?.usage ?? 0) / span]))
}
