/** What is written into files: limits, adjustments, and which group a process is in. */
import { changeGroup, changeProcess, dropCache } from './change.ts'
import { cacheOf, residentOf, usageOf } from './find.ts'
import { killFor } from './kill.ts'
import type { Step } from './result.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { Errno, Group, Outcome, Pages, Process, State } from './types.ts'

const done: Outcome = { is: 'done' }

const refuse = (state: State, errno: Errno, reason: Reason): Step => ({
  state,
  outcome: { is: 'error', errno },
  trace: [reason],
})

/** File pages go first, whichever version it is. */
const reclaim = (
  state: State,
  group: string,
  max: Pages,
): { readonly state: State; readonly trace: Reason[] } => {
  const pages = Math.min(cacheOf(state, group), usageOf(state, group) - max)
  if (pages <= 0) return { state, trace: [] }
  return {
    state: dropCache(state, group, pages),
    trace: [because('out-of-memory/reclaimed', group, { group, pages })],
  }
}

/** mem_cgroup_resize_max: what does not fit is not taken. */
const limitOnV1 = (before: State, group: string, max: Pages): Step => {
  const { state, trace } = reclaim(before, group, max)
  const usage = usageOf(state, group)
  if (usage > max)
    return refuse(state, 'EBUSY', because('out-of-memory/limit-refused', group, { group, max, usage }))
  return {
    state: changeGroup(state, group, () => ({ max })),
    outcome: done,
    trace: [...trace, because('out-of-memory/limit-set', group, { group, max, usage })],
  }
}

/** One after the other, until the rest fits or nobody is left to kill. */
const killUntil = (before: State, group: string, max: Pages, so: Trace = []): Omit<Step, 'outcome'> => {
  if (usageOf(before, group) <= max) return { state: before, trace: so }
  const { state, killed, trace } = killFor(before, group, max)
  return killed.length === 0
    ? { state, trace: [...so, ...trace] }
    : killUntil(state, group, max, [...so, ...trace])
}

/** memory_max_write: the limit holds at once, and who is over it dies. */
const limitOnV2 = (before: State, group: string, max: Pages): Step => {
  const after = reclaim(
    changeGroup(before, group, () => ({ max })),
    group,
    max,
  )
  const usage = usageOf(after.state, group)
  const set = because('out-of-memory/limit-set', group, { group, max, usage })
  const over = usage > max ? [because('out-of-memory/limit-kills', group, { group, max, usage })] : []
  const killing = killUntil(after.state, group, max)
  return { state: killing.state, outcome: done, trace: [...after.trace, set, ...over, ...killing.trace] }
}

export const limit = (state: State, { name }: Group, max: Pages): Step =>
  state.version === 'v1' ? limitOnV1(state, name, max) : limitOnV2(state, name, max)

/** The pages stay where they are: only new ones are charged to the new group. */
export const move = (state: State, process: Process, to: string): Step => ({
  state: changeProcess(state, process.name, { group: to }),
  outcome: done,
  trace: [
    because('out-of-memory/moved', process.name, { from: process.group, to, stays: residentOf(process) }),
  ],
})

export const adjust = (state: State, { name, least }: Process, adj: number): Step => {
  if (adj < least && !state.mayLower)
    return refuse(state, 'EACCES', because('out-of-memory/adjust-refused', name, { adj, least }))
  return {
    state: changeProcess(state, name, { adj }),
    outcome: done,
    trace: [because('out-of-memory/adjusted', name, { adj })],
  }
}

export const setTogether = (state: State, { name }: Group, on: boolean): Step => {
  if (state.version === 'v1')
    return refuse(state, 'ENOENT', because('out-of-memory/no-such-file', name, { group: name }))
  return {
    state: changeGroup(state, name, () => ({ together: on })),
    outcome: done,
    trace: [because('out-of-memory/together-set', name, { group: name, on })],
  }
}
