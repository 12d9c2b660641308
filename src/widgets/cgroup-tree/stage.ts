/** What these stories are played on: a machine with v2 and one with v1, each with the same four processes. */
import {
  defaultInput,
  init,
  readMove,
  scenarios,
  splitPlace,
  step,
  versionOf,
  writeMove,
  type Move,
  type State,
  type TreeTale,
  type Version,
} from '#models/cgroups'
import { frameAt, say, wordReason, type Speech, type Stage, type Story } from '#widgets/kit'
import type { Wording } from '#wording/cgroups'

/** As many groups as a page has room for, and names that a table can hold. */
export const mostGroups = 12
export const mostProcesses = 9
export const groupName = /^[a-z][a-z0-9-]{0,11}$/
/** So much text makes a short part of a link. */
export const mostText = 40

const isOffered = (state: State, move: Move): boolean => {
  if (move.do === 'mkdir') {
    const { path } = splitPlace(move.at)
    return (
      state.groups.length < mostGroups &&
      path
        .split('/')
        .slice(1)
        .every((name) => groupName.test(name))
    )
  }
  if (move.do === 'fork') return state.processes.length < mostProcesses
  return move.do !== 'write' || move.text.length <= mostText
}

const machines: TreeTale['state'] = {
  v1: init({ ...defaultInput, version: 'v1' }),
  v2: init({ ...defaultInput, version: 'v2' }),
}

export const stage: Stage<TreeTale> = {
  ...{ widget: 'cgroup-tree', scenarios, readMove, writeMove },
  init: () => machines,
  step: (state, move) => {
    const { on, ...action } = move
    if (!isOffered(state[on], move))
      return { state, outcome: { is: 'left-out', why: 'root-group' }, trace: [] }
    const made = step(state[on], action)
    return { ...made, state: { ...state, [on]: made.state } }
  },
  enabled: () => [],
  isInternal: () => false,
  isImpossible: ({ is }) => is === 'no-actor',
}

export const machineAt = (story: Story<TreeTale>, now: number): State =>
  frameAt(story.frames, now).state[versionOf(story.scenario)]

export const versionIn = (story: Story<TreeTale>): Version => versionOf(story.scenario)

export const speechOf = (wording: Wording): Speech<TreeTale> => ({
  move: ({ on: _, ...action }) => say(wording.moves, action.do, action),
  outcome: (outcome) => say(wording.outcomes, outcome.is, outcome),
  reason: wordReason(wording.reasons),
  isFailure: ({ is }) => is === 'error' || is === 'no-actor' || is === 'left-out',
})
