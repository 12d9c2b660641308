/** Who wants to run, who is held, and so who runs. */
import { hasCome, isNothing } from './instant.ts'
import { groupOf, lineage, subtree } from './tree.ts'
import type { Account, Group, GroupName, Job, Progress, Quota, Stat, State, Thread } from './types.ts'
import type { Running } from './weigh.ts'

/** A queue longer than this is not told job by job. */
export const longest = 100

/** Nothing for who loops or sleeps. */
export const jobsOf = ({ does }: Thread): readonly Job[] => (typeof does === 'object' ? does : [])

/** The job that a thread is at: it has come and is not done. */
export const jobAt = (thread: Thread, so: Progress | undefined, now: number): Job | undefined => {
  const job = so && jobsOf(thread)[so.at]
  return job && hasCome(job.at, now) ? job : undefined
}

const hasWork = ({ progress, now }: State, { name }: Group, thread: Thread, at: number): boolean =>
  thread.does === 'loop' || jobAt(thread, progress[name]?.[at], now) !== undefined

export const wanting = (state: State): Running =>
  Object.fromEntries(
    state.input.groups.map((group) => [
      group.name,
      group.threads.map((thread, at) => hasWork(state, group, thread, at)),
    ]),
  )

/** A group with a quota, and what it has in hand. */
export type Payer = {
  readonly name: GroupName
  readonly quota: Quota
  readonly account: Account
  readonly stat: Stat
}

export const payersOf = ({ input, accounts, stats }: State): readonly Payer[] =>
  input.groups.flatMap(({ name, quota }) => {
    const [account, stat] = [accounts[name], stats[name]]
    return quota && account && stat ? [{ name, quota, account, stat }] : []
  })

/** Its own quota is spent. */
export const isSpent = ({ accounts }: State, name: GroupName): boolean => {
  const account = accounts[name]
  return account !== undefined && isNothing(account.left)
}

export const running = (state: State, wants: Running = wanting(state)): Running =>
  Object.fromEntries(
    state.input.groups.map(({ name }) => {
      const held = lineage(state.input, name).some((around) => isSpent(state, around.name))
      return [name, held ? (wants[name] ?? []).map(() => false) : (wants[name] ?? [])]
    }),
  )

/** Those threads that are in the group or below. */
const threadsIn = ({ input }: State, name: GroupName, those: Running): readonly Thread[] =>
  subtree(input, name).flatMap(
    (inside) => groupOf(input, inside)?.threads.filter((_, at) => those[inside]?.[at]) ?? [],
  )

export const isAnyone = (state: State, name: GroupName, those: Running): boolean =>
  threadsIn(state, name, those).length > 0

const isBound = ({ cpu }: Thread): boolean => cpu !== 'any'

/** On how many CPUs somebody inside the group is among those. */
export const cpusOf = (state: State, name: GroupName, those: Running): number => {
  const threads = threadsIn(state, name, those)
  const pinned = threads.filter(isBound)
  const taken = new Set(pinned.map(({ cpu }) => cpu)).size
  return Math.min(state.input.cpus.length, taken + threads.length - pinned.length)
}

/** Held by its own quota: somebody inside wants to run and the group has nothing left. */
export const isThrottled = (state: State, name: GroupName, wants: Running = wanting(state)): boolean =>
  isSpent(state, name) && isAnyone(state, name, wants)

/** Groups whose timer stands still although somebody inside runs; a still one has something in hand. */
export const timersDue = (state: State): readonly Payer[] => {
  const runs = running(state)
  return payersOf(state).filter(
    ({ name, account }) => account.next === undefined && isAnyone(state, name, runs),
  )
}
