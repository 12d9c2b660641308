/** The first requests, event by event. */
import {
  enabled,
  group,
  init,
  isServed,
  isThrottled,
  latencies,
  rateAt,
  step,
  type Move,
  type Outcome,
  type Reason,
  type State,
} from '#models/cpu-time'
import { append, begin, frameAt, type Frame, type Frames } from '#widgets/kit'
import { timelineInput, type Knobs } from './service.ts'

export type Instant = Frame<State, Move, Outcome, Reason>
export type Timeline = Frames<Instant>

/** A picture that can still be read. */
const longest = 60

/** From the first request until the last is answered. */
export const unroll = (knobs: Knobs): Timeline => {
  let frames: Timeline = begin(init(timelineInput(knobs)))
  while (frames.length < longest) {
    const { state } = frameAt(frames, frames.length)
    const [next] = enabled(state)
    if (!next || isServed(state)) break
    frames = append({ step, enabled }, frames, next)
  }
  return frames
}

/** Between two events. */
export type Stretch = {
  readonly from: number
  readonly to: number
  /** CPUs in use */
  readonly rate: number
  readonly throttled: boolean
  readonly leftBefore: number
  readonly leftAfter: number
}

export const stretchesOf = (frames: Timeline): readonly Stretch[] =>
  frames.slice(1).flatMap(({ state }, at) => {
    const before = frameAt(frames, at).state
    const left = before.accounts[group]?.left ?? 0
    const rate = rateAt(before, group)
    const span = state.now - before.now
    return span > 0
      ? [
          {
            ...{ from: before.now, to: state.now, rate },
            throttled: isThrottled(before, group),
            leftBefore: left,
            leftAfter: Math.max(0, left - rate * span),
          },
        ]
      : []
  })

export type Request = { readonly from: number; readonly to: number | undefined }

/** Those that have come by the end of the timeline. */
export const requestsOf = (frames: Timeline): readonly Request[] => {
  const { state } = frameAt(frames, frames.length)
  const does = state.input.groups[0]?.threads[0]?.does
  if (typeof does !== 'object') return []
  const took = latencies(state)
  return does.flatMap(({ at }, index) => {
    const its = took[index]
    return at > state.now ? [] : [{ from: at, to: its === undefined ? undefined : at + its }]
  })
}
