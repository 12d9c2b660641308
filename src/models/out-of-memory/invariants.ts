import { findGroup, pathUp, residentOf, usageOf } from './find.ts'
import type { State } from './types.ts'

/** What holds in every state that `step` can reach, whatever limits were lowered on the way. */
const all: Readonly<Record<string, (state: State) => boolean>> = {
  'who was killed holds nothing': ({ processes }) =>
    processes.every((process) => process.life !== 'killed' || residentOf(process) === 0),
  'nobody holds less than nothing': ({ processes }) =>
    processes.every(({ charged }) => Object.values(charged).every((pages) => pages >= 0)),
  'everyone is in a group that there is': (state) =>
    state.processes.every(({ group }) => findGroup(state, group) !== undefined),
  'a group holds what its children hold': (state) =>
    state.groups.every(
      ({ name, parent }) => parent === undefined || usageOf(state, parent) >= usageOf(state, name),
    ),
  'the dead are counted': ({ version, groups, processes }) => {
    const dead = processes.filter(({ life }) => life === 'killed').length
    const counted = groups.filter(({ parent }) => version === 'v1' || parent === undefined)
    return counted.reduce((sum, { counts }) => sum + counts.kills, 0) === dead
  },
  'over a limit only where nobody could be killed, or nobody was asked': (state) =>
    state.groups.every(
      ({ name, max }) =>
        max === undefined ||
        usageOf(state, name) <= max ||
        pathUp(state, name).some(({ counts }) => counts.oom) ||
        state.version === 'v1',
    ),
}

/** The names of those that do not hold: none, for a model without faults. */
export const invariants = (state: State): readonly string[] =>
  Object.keys(all).filter((name) => !all[name]?.(state))
