/** What the reader can turn, all in milliseconds, and the service that it describes to the model. */
import { arrivals, latencies, percentile, serve, serveAll, type Service, type State } from '#models/cpu-time'

export type Knobs = {
  readonly work: number
  readonly threads: number
  readonly every: number
  readonly quota: number
  readonly period: number
  readonly burst: number
}

/** Bounds of each knob; the kernel's own are wider. */
export const bounds: { readonly [K in keyof Knobs]: readonly [number, number] } = {
  work: [1, 500],
  threads: [1, 16],
  every: [20, 2000],
  quota: [1, 4000],
  period: [5, 1000],
  burst: [0, 4000],
}

export const knobNames = Object.keys(bounds) as (keyof Knobs)[]

/** The kernel refuses a burst above the quota (EINVAL); here the burst gives way. */
export const turn = (knobs: Knobs, to: Partial<Knobs>): Knobs => {
  const next = { ...knobs, ...to }
  return { ...next, burst: Math.min(next.burst, next.quota) }
}

const serviceOf = ({ work, threads, every, quota, period, burst }: Knobs): Service => ({
  work: work * 1000,
  threads,
  every: every * 1000,
  quota: { max: quota * 1000, period: period * 1000, burst: burst * 1000, phase: 0 },
})

/** The requests that the timeline shows. */
export const shown = 4
/** Enough that one in a hundred is several. */
export const counted = 500

export const timelineInput = (knobs: Knobs) => {
  const service = serviceOf(knobs)
  return serve(service, arrivals(service.every, shown))
}

export type Figures = {
  readonly p50: number
  readonly p99: number
  readonly worst: number
  /** of one request that has the machine to itself and no quota */
  readonly alone: number
  readonly throttled: number
  readonly periods: number
  /** CPUs used on average, and allowed */
  readonly used: number
  readonly allowed: number
}

export const figuresOf = (knobs: Knobs): Figures => {
  const service = serviceOf(knobs)
  const state: State = serveAll(serve(service, arrivals(service.every, counted)))
  const all = latencies(state)
  const stat = Object.values(state.stats)[0]
  return {
    p50: percentile(all, 0.5),
    p99: percentile(all, 0.99),
    worst: Math.max(...all),
    alone: service.work / service.threads,
    throttled: stat?.throttled ?? 0,
    periods: stat?.periods ?? 0,
    used: knobs.work / knobs.every,
    allowed: knobs.quota / knobs.period,
  }
}

/** More work comes than the quota allows: whoever waits waits ever longer, and no percentile means anything. */
export const overloaded = ({ used, allowed }: Figures): boolean => used > allowed
