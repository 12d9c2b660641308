/** One step is one event: time passes at steady rates until the next thing happens, and then that happens. */
import {
  cpusOf,
  isThrottled,
  jobAt,
  jobsOf,
  longest,
  payersOf,
  running,
  timersDue,
  wanting,
} from './demand.ts'
import { divide, rateOf } from './divide.ts'
import { happen } from './happen.ts'
import { hasCome, isNothing } from './instant.ts'
import type { Trace } from './rules.ts'
import { subtree } from './tree.ts'
import type { Division, Group, Move, Outcome, Progress, State, Thread } from './types.ts'
import type { Running } from './weigh.ts'

export type Step = { readonly state: State; readonly outcome: Outcome; readonly trace: Trace }

/** A group with what is inside it: what its quota pays for. */
const spending = ({ input }: State, rates: Division, name: string): number => {
  const inner = subtree(input, name).flatMap((inside) => rates.threads[inside] ?? [])
  return inner.reduce((sum, rate) => sum + rate, 0)
}

/** Until the next one comes, and until the one at hand is done. */
const untilJobs = (
  thread: Thread,
  so: Progress | undefined,
  now: number,
  rate: number,
): readonly number[] => {
  const queue = jobsOf(thread).slice(so?.at).slice(0, longest)
  const comes = queue.find(({ at }) => !hasCome(at, now))
  const works = so && jobAt(thread, so, now)
  return [...(comes ? [comes.at - now] : []), ...(works ? [so.left / rate] : [])]
}

/** How long until something happens. */
const untilNext = (state: State, rates: Division): number => {
  const { input, progress, now } = state
  if (timersDue(state).length > 0) return 0
  const quotas = payersOf(state).flatMap(({ name, account: { next, left } }) => [
    ...(next === undefined ? [] : [next - now]),
    ...(isNothing(left) ? [] : [left / spending(state, rates, name)]),
  ])
  const jobs = input.groups.flatMap(({ name, threads }) =>
    threads.flatMap((thread, at) =>
      untilJobs(thread, progress[name]?.[at], now, rates.threads[name]?.[at] ?? 0),
    ),
  )
  return Math.max(0, Math.min(...quotas, ...jobs))
}

const worked =
  (rates: Division, { name }: Group, span: number) =>
  (so: Progress, at: number): Progress => ({
    ...so,
    left: Math.max(0, so.left - (rates.threads[name]?.[at] ?? 0) * span),
  })

/** Everybody goes on as they were for so long. */
const pass = (state: State, wants: Running, rates: Division, span: number): State => {
  const { input } = state
  const spent = (name: string): number => spending(state, rates, name) * span
  return {
    ...state,
    now: state.now + span,
    stats: Object.fromEntries(
      input.groups.map(({ name }) => {
        const stat = state.stats[name] as State['stats'][string]
        const held = isThrottled(state, name, wants) ? cpusOf(state, name, wants) * span : 0
        return [name, { ...stat, usage: stat.usage + spent(name), throttledTime: stat.throttledTime + held }]
      }),
    ),
    accounts: Object.fromEntries(
      Object.entries(state.accounts).map(([name, account]) => {
        const paid = spent(name)
        return [
          name,
          { ...account, left: Math.max(0, account.left - paid), idle: account.idle && isNothing(paid) },
        ]
      }),
    ),
    progress: Object.fromEntries(
      input.groups.map((group) => [
        group.name,
        (state.progress[group.name] ?? []).map(worked(rates, group, span)),
      ]),
    ),
  }
}

/** What each gets at this instant. */
export const ratesAt = (state: State): Division => divide(state.input, running(state))

/** Of one group, in CPUs. */
export const rateAt = (state: State, name: string): number => rateOf(ratesAt(state), name)

export const step = (state: State, { until }: Move): Step => {
  const wants = wanting(state)
  const rates = divide(state.input, running(state, wants))
  const span = Math.min(untilNext(state, rates), Math.max(0, until - state.now))
  const after = happen(pass(state, wants, rates, span), state, wants)
  return { ...after, outcome: { is: 'passed', from: state.now, to: after.state.now } }
}

/** Time goes on until there is nothing more that could happen. */
export const enabled = (state: State): readonly Move[] => {
  const next = state.now + untilNext(state, ratesAt(state))
  return Number.isFinite(next) ? [{ do: 'pass', until: next }] : []
}
