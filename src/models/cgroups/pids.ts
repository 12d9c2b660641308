/** pids.max: fork asks each group from here up (pids_can_fork). */
import { withoutProcesses } from './change.ts'
import { findGroup, findProcess, isFrozen, isPopulated, membersBelow } from './find.ts'
import { governing } from './offers.ts'
import { deny, done, type Step } from './result.ts'
import { because, type Trace } from './rules.ts'
import type { Group, Process, ProcessId, State } from './types.ts'
import { keep, takeInteger, type Write } from './written.ts'

/** PID_MAX_LIMIT: more there cannot be. */
const most = 4_194_304

export const writePids = (write: Write): Step =>
  write.text.trim() === 'max'
    ? keep(write, { pids: 'max' }, 'max')
    : takeInteger(
        { ...write, text: write.text.trim() },
        's64',
        { from: 0, to: most, errno: 'EINVAL' },
        (pids) => keep(write, { pids }, pids),
      )

/** The groups of a process that count it: on v1 in the hierarchy of pids, on v2 in the one there is. */
const countedIn = (state: State, process: Process): readonly Group[] => {
  const group = findGroup(state, process.in.pids ?? process.in.unified)
  return group ? governing(state, group, 'pids') : []
}

export const fork = (state: State, by: ProcessId, as: ProcessId): Step => {
  const parent = findProcess(state, by)
  if (!parent || findProcess(state, as) || isFrozen(state, parent))
    return { state, outcome: { is: 'no-actor' }, trace: [] }
  for (const group of countedIn(state, parent)) {
    const { pids } = group.settings
    const current = membersBelow(state, group).length
    if (pids !== 'max' && current + 1 > pids)
      return deny(
        state,
        'EAGAIN',
        because('cgroups/fork-refused', by, { at: group.place, limit: pids, current }),
      )
  }
  const child = { ...parent, id: as }
  return done(
    { ...state, processes: [...state.processes, child] },
    because('cgroups/forked', by, { child: as }),
  )
}

/** Groups that hold nobody any more, of those that these processes were in. */
export const emptied = (before: State, after: State, gone: readonly Process[]): Trace => {
  const places = new Set(gone.flatMap((process) => Object.values(process.in)))
  return [...places].flatMap((place) => {
    const group = findGroup(before, place)
    return group && !isPopulated(after, group) ? [because('cgroups/emptied', place, {})] : []
  })
}

export const exit = (state: State, by: ProcessId): Step => {
  const process = findProcess(state, by)
  if (!process || isFrozen(state, process)) return { state, outcome: { is: 'no-actor' }, trace: [] }
  const after = withoutProcesses(state, [process])
  return done(after, because('cgroups/exited', by, {}), ...emptied(state, after, [process]))
}
