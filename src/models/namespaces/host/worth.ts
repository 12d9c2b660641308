/** What a process's capabilities count for: what belongs to a user namespace, and files of others. */
import { isCapable } from '../capable.ts'
import { idsOf } from '../observe-kinds.ts'
import type { Process, State } from '../types.ts'
import { compose, insideOf } from './compose.ts'
import { actors, host, innerUsers, sudo } from './world.ts'

/** /etc/shadow belongs to root and, on Debian, to group 42. */
export const shadow = { uid: 0, gid: 42 } as const

/** capable_wrt_inode_uidgid in kernel/capability.c: the file's owner and its group both have a number here. */
const countsForShadow = (state: State, { user, capable }: Process): boolean =>
  capable &&
  (['uid', 'gid'] as const).every((file) => insideOf(compose(state, user, file), shadow[file]) !== undefined)

export type Worth = {
  readonly process: Process
  /** what getuid tells it; the model knows one user alone, so that `sudo` is root is this widget's word */
  readonly uid: number
  readonly over: readonly { readonly user: number; readonly counts: boolean }[]
  readonly overShadow: boolean
}

export const worthOf = (state: State): readonly Worth[] =>
  actors(state).map((process) => ({
    process,
    uid: process.id === sudo ? 0 : idsOf(state, process)[0],
    over: [host, ...innerUsers(state)].map((user) => ({ user, counts: isCapable(state, process, user) })),
    overShadow: countsForShadow(state, process),
  }))
