/** try_charge: page by page, to every group up to the outermost; the first that has no room left says so. */
import { changeGroup, changeProcess, dropCache } from './change.ts'
import { count } from './count.ts'
import { cacheOf, findProcess, pathUp, usageOf } from './find.ts'
import { killFor } from './kill.ts'
import type { Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import type { Group, Pages, Process, State } from './types.ts'

export type Room = { readonly group: Group; readonly max: Pages; readonly left: Pages }

/** The limit that is met first, going up from here; undefined where there is none. */
export const tightest = (state: State, from: string): Room | undefined =>
  pathUp(state, from)
    .flatMap((group): readonly Room[] =>
      group.max === undefined
        ? []
        : [{ group, max: group.max, left: Math.max(group.max - usageOf(state, group.name), 0) }],
    )
    .reduce<Room | undefined>((least, room) => (least && least.left <= room.left ? least : room), undefined)

const charge = (state: State, { name, group, charged }: Process, pages: Pages): State =>
  changeProcess(state, name, { charged: { ...charged, [group]: (charged[group] ?? 0) + pages } })

/** Over memory.high nobody is killed: who allocates is slowed down. */
const overHigh = (before: State, name: string, from: string): { state: State; trace: Reason[] } => {
  const trace: Reason[] = []
  let state = before
  for (const { name: group, high } of pathUp(before, from)) {
    const usage = usageOf(state, group)
    if (high === undefined || usage <= high) continue
    trace.push(because('out-of-memory/over-high', name, { group, usage, high }))
    state = count(state, group, () => ({ high: true }))
  }
  return { state, trace }
}

export const allocate = (before: State, by: Process, pages: Pages): Step => {
  const trace: Reason[] = []
  let state = before
  let missing = pages
  for (;;) {
    const process = findProcess(state, by.name)
    if (process?.life !== 'running') return { state, outcome: { is: 'killed' }, trace }
    const room = tightest(state, by.group)
    const fits = Math.min(missing, room?.left ?? missing)
    state = charge(state, process, fits)
    missing -= fits
    if (missing === 0 || !room) break
    const { group, max } = room
    trace.push(because('out-of-memory/limit-met', by.name, { group: group.name, max, missing }))
    state = count(state, group.name, () => ({ max: true }))
    const dropped = Math.min(cacheOf(state, group.name), missing)
    if (dropped > 0) {
      trace.push(because('out-of-memory/reclaimed', by.name, { group: group.name, pages: dropped }))
      state = dropCache(state, group.name, dropped)
      continue
    }
    const killing = killFor(state, group.name, max)
    trace.push(...killing.trace)
    state = killing.state
    if (killing.killed.length === 0)
      return { state: changeProcess(state, by.name, { life: 'stuck' }), outcome: { is: 'stuck' }, trace }
  }
  const groups = pathUp(state, by.group).map(({ name }) => name)
  const high = overHigh(state, by.name, by.group)
  return {
    state: high.state,
    outcome: { is: 'done' },
    trace: [...trace, because('out-of-memory/charged', by.name, { pages, groups }), ...high.trace],
  }
}

/** File pages: where there is no room, older ones make it. */
export const read = (before: State, by: Process, pages: Pages): Step => {
  const { name, group } = by
  const trace: Reason[] = []
  let state = before
  for (;;) {
    const room = tightest(state, group)
    if (!room || room.left >= pages) break
    const full = room.group.name
    const dropped = Math.min(cacheOf(state, full), pages - room.left)
    if (dropped === 0) return { state: before, outcome: { is: 'left-out' }, trace: [] } // it would read over itself
    trace.push(because('out-of-memory/reclaimed', name, { group: full, pages: dropped }))
    state = count(dropCache(state, full, dropped), full, () => ({ max: true }))
  }
  const charged = changeGroup(state, group, ({ cache }) => ({ cache: cache + pages }))
  const high = overHigh(charged, name, group)
  return {
    state: high.state,
    outcome: { is: 'done' },
    trace: [...trace, because('out-of-memory/file-read', name, { pages, group }), ...high.trace],
  }
}
