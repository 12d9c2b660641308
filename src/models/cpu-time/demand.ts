/** Who wants to run, who is held, and so who runs. */
import { lineage, subtree } from './tree.ts'
import type { Group, GroupName, State, Thread } from './types.ts'
import type { Running } from './weigh.ts'

/** Less than a nanosecond is nothing: rounding must not make events of its own. */
export const nothing = 1e-4

/** A queue longer than this is not told job by job. */
export const longest = 100

const hasWork = ({ progress, now }: State, group: Group, thread: Thread, at: number): boolean => {
  if (typeof thread.does === 'string') return thread.does === 'loop'
  const so = progress[group.name]?.[at]
  const job = thread.does[so?.at ?? 0]
  return job !== undefined && job.at <= now + nothing
}

export const wanting = (state: State): Running =>
  Object.fromEntries(
    state.input.groups.map((group) => [
      group.name,
      group.threads.map((thread, at) => hasWork(state, group, thread, at)),
    ]),
  )

/** Its own quota is spent. */
export const isSpent = ({ accounts }: State, name: GroupName): boolean => {
  const account = accounts[name]
  return account !== undefined && account.left <= nothing
}

export const running = (state: State, wants: Running = wanting(state)): Running =>
  Object.fromEntries(
    state.input.groups.map(({ name }) => {
      const held = lineage(state.input, name).some((around) => isSpent(state, around.name))
      return [name, held ? (wants[name] ?? []).map(() => false) : (wants[name] ?? [])]
    }),
  )

/** On how many CPUs somebody inside the group is among those. */
export const cpusOf = ({ input }: State, name: GroupName, those: Running): number => {
  const threads = subtree(input, name).flatMap((inside) => {
    const group = input.groups.find((one) => one.name === inside)
    return (group?.threads ?? []).filter((_, at) => those[inside]?.[at])
  })
  const pinned = new Set(threads.flatMap(({ cpu }) => (cpu === 'any' ? [] : [cpu])))
  const free = threads.filter(({ cpu }) => cpu === 'any').length
  return Math.min(input.cpus.length, pinned.size + free)
}

/** Held by its own quota: somebody inside wants to run and the group has nothing left. */
export const isThrottled = (state: State, name: GroupName, wants: Running = wanting(state)): boolean =>
  isSpent(state, name) && cpusOf(state, name, wants) > 0

/** Groups whose timer stands still although somebody inside runs, or would but for the group's own quota. */
export const timersDue = (state: State): readonly Group[] => {
  const wants = wanting(state)
  const runs = running(state, wants)
  return state.input.groups.filter(
    ({ name }) =>
      state.accounts[name] !== undefined &&
      state.accounts[name].next === undefined &&
      cpusOf(state, name, isSpent(state, name) ? wants : runs) > 0,
  )
}
