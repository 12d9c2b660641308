/** What stands in the form: a write, as it is typed. */
import type { Action, Extent, IdFile, Move, State } from '#models/namespaces'
import { actors, bash, host, sh, you, type UserTale } from '#models/namespaces/host'
import { frameAt, type Story } from '#widgets/kit'

export const files = ['uid', 'gid', 'setgroups'] as const

export type Draft = {
  readonly by: number
  readonly of: number
  readonly file: (typeof files)[number]
  readonly text: string
}

/** After this many moves the reader begins again: a link stays short. */
export const longest = 20

/** So much text makes a short part of a link; the kernel takes 340 lines. */
export const mostText = 64

const extentFrom = (line: string): Extent | undefined => {
  const [, inside, outside, count] = /^\s*(\d{1,9})\s+(\d{1,9})\s+(\d{1,9})\s*$/.exec(line) ?? []
  return count === undefined ? undefined : [Number(inside), Number(outside), Number(count)]
}

/** The move that the form asks for; undefined where the kernel could not even read it, and would answer EINVAL. */
export const readDraft = ({ by, of, file, text }: Draft): Action | undefined => {
  if (file === 'setgroups') {
    const to = text.trim()
    return to === 'allow' || to === 'deny' ? { do: 'setgroups', by, of, to } : undefined
  }
  const extents = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(extentFrom)
  return extents.every((extent) => extent !== undefined) ? { do: 'map', by, of, file, extents } : undefined
}

const writeLines = (extents: readonly Extent[]): string => extents.map((line) => line.join(' ')).join('\n')

const draftOf = (move: Move | undefined): Draft | undefined => {
  if (move?.do === 'map') return { by: move.by, of: move.of, file: move.file, text: writeLines(move.extents) }
  return move?.do === 'setgroups' ? { by: move.by, of: move.of, file: 'setgroups', text: move.to } : undefined
}

/** What the story writes next; or the last that was written, to be changed and tried again. */
export const draftAt = ({ frames }: Story<UserTale>, now: number): Draft =>
  draftOf(frames[now + 1]?.made?.move) ??
  draftOf(
    frames
      .slice(0, now + 1)
      .map(({ made }) => made?.move)
      .findLast((move) => draftOf(move)),
  ) ?? { by: bash, of: sh, file: 'uid', text: `0 ${you} 1` }

/** Which numbers are on show: those that the last write was about, or else the next. */
export const fileAt = (story: Story<UserTale>, now: number): IdFile => {
  const about = draftOf(frameAt(story.frames, now).made?.move) ?? draftAt(story, now)
  return about.file === 'uid' ? 'uid' : 'gid'
}

/** Whose maps can be written: those of whoever is further in than the host. */
export const targets = (state: State): readonly number[] =>
  actors(state)
    .filter(({ user }) => user > host)
    .map(({ id }) => id)

export const stateAt = (story: Story<UserTale>, now: number): State => frameAt(story.frames, now).state
