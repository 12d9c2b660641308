/** What happens at an instant: jobs are done and come, periods begin, timers start, quotas turn out to be spent. */
import {
  cpusOf,
  isAnyone,
  isSpent,
  isThrottled,
  jobAt,
  jobsOf,
  longest,
  payersOf,
  timersDue,
  wanting,
} from './demand.ts'
import { hasCome, isNothing } from './instant.ts'
import { refill } from './refill.ts'
import { because, type Reason, type Trace } from './rules.ts'
import { begin } from './start.ts'
import { lineage } from './tree.ts'
import type { Group, Job, Progress, Quota, State, Thread } from './types.ts'
import type { Running } from './weigh.ts'

type Happened = { readonly state: State; readonly trace: Trace }
type Part = (state: State) => Happened

/** The job of a thread that is done at this instant. */
const doneNow = (thread: Thread, so: Progress | undefined, now: number): Job | undefined =>
  so && isNothing(so.left) ? jobAt(thread, so, now) : undefined

const goOn = (thread: Thread, so: Progress, now: number): Progress => ({
  ...begin(thread, so.at + 1),
  done: [...so.done, now],
})

const jobsDone: Part = (state) => {
  const { input, now } = state
  const trace: Reason[] = []
  const finish = (group: Group): readonly Progress[] => {
    const so = state.progress[group.name] ?? []
    const done = group.threads.map((thread, at) => doneNow(thread, so[at], now))
    const jobs = done.flatMap((job) => job ?? [])
    const [first] = jobs
    if (first) {
      const { at, work } = first
      trace.push(because('cpu-time/job-done', group.name, { took: now - at, work, threads: jobs.length }))
    }
    return so.map((its, at) => {
      const thread = group.threads[at]
      return thread && done[at] ? goOn(thread, its, now) : its
    })
  }
  const progress = Object.fromEntries(input.groups.map((group) => [group.name, finish(group)]))
  return { state: { ...state, progress }, trace }
}

/** Jobs that come at just this instant, and how many wait before them. */
const jobsCome: Part = (state) => ({
  state,
  trace: state.input.groups.flatMap(({ name, threads }) => {
    const come = threads.flatMap((thread, at) => {
      const first = state.progress[name]?.[at]?.at
      const queue = jobsOf(thread).slice(first).slice(0, longest)
      const waiting = queue.findIndex(({ at }) => isNothing(Math.abs(at - state.now)))
      const job = queue[waiting]
      return job ? [{ work: job.work, waiting }] : []
    })
    const [first] = come
    return first ? [because('cpu-time/job-comes', name, { ...first, threads: come.length })] : []
  }),
})

/** Held means held already before: who spends the last of it at the very end of a period was never stopped. */
const periodsBegin =
  (earlier: State, before: Running): Part =>
  (state) => {
    const due = payersOf(state).filter(({ account: { next = Infinity } }) => hasCome(next, state.now))
    return due.reduce<Happened>(
      (so, { name, quota, account, stat }) => {
        const made = refill(name, quota, account, stat, isThrottled(earlier, name, before))
        return {
          state: {
            ...so.state,
            accounts: { ...so.state.accounts, [name]: made.account },
            stats: { ...so.state.stats, [name]: made.stat },
          },
          trace: [...so.trace, ...made.trace],
        }
      },
      { state, trace: [] },
    )
  }

/** The next beat after an instant, of a timer that has kept its time since the group was made. */
const beatAfter = ({ period, phase }: Quota, now: number): number => {
  const beat = phase + Math.ceil((now - phase) / period) * period
  return hasCome(beat, now) ? beat + period : beat
}

/** The first who runs, or would, after a still time starts the timer; what is in hand is what was left. */
const timersStart: Part = (state) => {
  const trace: Reason[] = []
  const accounts = { ...state.accounts }
  for (const { name, quota, account } of timersDue(state)) {
    const next = beatAfter(quota, state.now)
    accounts[name] = { ...account, next }
    trace.push(because('cpu-time/timer-starts', name, { next, left: account.left }))
  }
  return { state: { ...state, accounts }, trace }
}

/** Who is held now and was not before this instant. */
const held =
  (earlier: State, before: Running): Part =>
  (state) => {
    const wants = wanting(state)
    const outerOf = (so: State, name: string) =>
      lineage(so.input, name)
        .slice(1)
        .find((around) => isSpent(so, around.name))?.name
    return {
      state,
      trace: state.input.groups.flatMap(({ name }): readonly Reason[] => {
        const account = state.accounts[name]
        const spent = isThrottled(state, name, wants)
        if (spent && account?.next !== undefined && !isThrottled(earlier, name, before))
          return [
            because('cpu-time/quota-spent', name, {
              spent: account.begunWith,
              until: account.next,
              cpus: cpusOf(state, name, wants),
            }),
          ]
        const outer = outerOf(state, name)
        const fresh = outer !== undefined && outerOf(earlier, name) === undefined
        return fresh && !spent && isAnyone(state, name, wants)
          ? [because('cpu-time/held-with-outer', name, { outer })]
          : []
      }),
    }
  }

/** `earlier`: before this stretch of time; `before`: who wanted to run in it. */
export const happen = (passed: State, earlier: State, before: Running): Happened =>
  [jobsDone, periodsBegin(earlier, before), jobsCome, timersStart, held(earlier, before)].reduce<Happened>(
    (so, part) => {
      const made = part(so.state)
      return { state: made.state, trace: [...so.trace, ...made.trace] }
    },
    { state: passed, trace: [] },
  )
