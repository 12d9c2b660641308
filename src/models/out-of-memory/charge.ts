/** try_charge: page by page, to every group up to the outermost; the first that has no room left says so. */
import { changeGroup, changeProcess, dropCache } from './change.ts'
import { count } from './count.ts'
import { cacheOf, findProcess, pathUp, usageOf } from './find.ts'
import { killFor } from './kill.ts'
import type { Step } from './result.ts'
import { because, type Reason, type Trace } from './rules.ts'
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

type Made = { readonly state: State; readonly trace: Trace; readonly failed: boolean }

/** At a limit: first what can be dropped, then somebody. */
const makeRoom = (before: State, by: string, { group, max }: Room, missing: Pages): Made => {
  const met = because('out-of-memory/limit-met', by, { group: group.name, max, missing })
  const state = count(before, group.name, () => ({ max: true }))
  const pages = Math.min(cacheOf(state, group.name), missing)
  if (pages > 0) {
    const reclaimed = because('out-of-memory/reclaimed', by, { group: group.name, pages })
    return { state: dropCache(state, group.name, pages), trace: [met, reclaimed], failed: false }
  }
  const killing = killFor(state, group.name, max)
  return { state: killing.state, trace: [met, ...killing.trace], failed: killing.killed.length === 0 }
}

/** As much as fits, then room for the rest: each turn somebody dies, or some of the cache is gone for good. */
const chargeAll = (before: State, { name, group }: Process, pages: Pages, so: Trace = []): Step => {
  const process = findProcess(before, name)
  if (process?.life !== 'running') return { state: before, outcome: { is: 'killed' }, trace: so }
  const room = tightest(before, group)
  const fits = Math.min(pages, room?.left ?? pages)
  const charged = charge(before, process, fits)
  if (fits === pages || !room) return { state: charged, outcome: { is: 'done' }, trace: so }
  const { state, trace, failed } = makeRoom(charged, name, room, pages - fits)
  if (failed)
    return {
      state: changeProcess(state, name, { life: 'stuck' }),
      outcome: { is: 'stuck' },
      trace: [...so, ...trace],
    }
  return chargeAll(state, process, pages - fits, [...so, ...trace])
}

export const allocate = (before: State, by: Process, pages: Pages): Step => {
  const { state, outcome, trace } = chargeAll(before, by, pages)
  if (outcome.is !== 'done') return { state, outcome, trace }
  const groups = pathUp(state, by.group).map(({ name }) => name)
  const high = overHigh(state, by.name, by.group)
  const charged = because('out-of-memory/charged', by.name, { pages, groups })
  return { state: high.state, outcome, trace: [...trace, charged, ...high.trace] }
}

/** Room for file pages is made of older ones; undefined: there are not enough. */
const dropFor = (
  before: State,
  by: Process,
  pages: Pages,
  so: Trace = [],
): Omit<Made, 'failed'> | undefined => {
  const { name, group } = by
  const room = tightest(before, group)
  if (!room || room.left >= pages) return { state: before, trace: so }
  const full = room.group.name
  const dropped = Math.min(cacheOf(before, full), pages - room.left)
  if (dropped === 0) return undefined
  const state = count(dropCache(before, full, dropped), full, () => ({ max: true }))
  const reclaimed = because('out-of-memory/reclaimed', name, { group: full, pages: dropped })
  return dropFor(state, by, pages, [...so, reclaimed])
}

export const read = (before: State, by: Process, pages: Pages): Step => {
  const { name, group } = by
  const made = dropFor(before, by, pages)
  if (!made) return { state: before, outcome: { is: 'left-out' }, trace: [] } // it would read over itself
  const charged = changeGroup(made.state, group, ({ cache }) => ({ cache: cache + pages }))
  const high = overHigh(charged, name, group)
  return {
    state: high.state,
    outcome: { is: 'done' },
    trace: [...made.trace, because('out-of-memory/file-read', name, { pages, group }), ...high.trace],
  }
}
