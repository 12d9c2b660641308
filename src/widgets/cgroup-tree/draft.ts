/** What stands in the form, and which group is open: the story's own until the reader chooses. */
import {
  findGroup,
  parentOf,
  type Move,
  type Place,
  type State,
  type TreeTale,
  type User,
} from '#models/cgroups'
import { frameAt, type Story } from '#widgets/kit'
import { machineAt, versionIn } from './stage.ts'

export type Draft = { readonly by: User; readonly file: string; readonly text: string }

const placeIn = (state: State, move: Move | undefined): Place | undefined => {
  if (!move || !('at' in move)) return undefined
  if (findGroup(state, move.at)) return move.at
  const above = parentOf(move.at)
  return findGroup(state, above) ? above : undefined
}

/** Where something has just happened, or else is about to. */
export const openAt = (story: Story<TreeTale>, now: number): Place => {
  const state = machineAt(story, now)
  return (
    placeIn(state, frameAt(story.frames, now).made?.move) ??
    placeIn(state, story.frames[now + 1]?.made?.move) ??
    state.groups[0]?.place ??
    '/'
  )
}

const firstFile = { v1: 'cgroup.procs', v2: 'cgroup.subtree_control' } as const

/** What the story writes to this group next; or what was just written there, to be changed and tried again. */
export const draftAt = (story: Story<TreeTale>, now: number, place: Place): Draft => {
  const moves = [story.frames[now + 1]?.made?.move, frameAt(story.frames, now).made?.move]
  const write = moves.find((move) => move?.do === 'write' && move.at === place)
  if (write?.do === 'write') return { by: write.by, file: write.file, text: write.text }
  return { by: 'root', file: firstFile[versionIn(story)], text: '' }
}
