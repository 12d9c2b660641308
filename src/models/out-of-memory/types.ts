/**
 * Memory limits as Linux keeps them for cgroups (mm/memcontrol.c, mm/oom_kill.c), seen on 6.18 (v1) and 6.1 (v1, v2):
 * pages charged to every group from a process's own to the outermost, what happens at a limit, and who is killed.
 * Reclaim is simplified: file pages go at once and all of them, anonymous ones never (there is no swap).
 * What is left out: `leftOut` in rules.ts.
 */

export type Version = 'v1' | 'v2'

/** Pages of 4 KiB. */
export type Pages = number

export type GroupInput = {
  readonly name: string
  /** left out: the outermost group of the tree */
  readonly parent?: string
  /** memory.max, or memory.limit_in_bytes; left out: none */
  readonly max?: Pages
  /** memory.high; v2 alone */
  readonly high?: Pages
  /** memory.oom.group; v2 alone */
  readonly together?: boolean
}

export type ProcessInput = { readonly name: string; readonly group: string; readonly adj?: number }

export type Input = {
  readonly version: Version
  /** CAP_SYS_RESOURCE: who has it may lower an oom_score_adj below what it was born with */
  readonly mayLower: boolean
  /** what a process holds before it asks for anything */
  readonly own: Pages
  /** parents before children */
  readonly groups: readonly GroupInput[]
  readonly processes: readonly ProcessInput[]
}

/** memory.events, as far as it is sure: how often a limit is met depends on timing, whether it is does not. */
export type Counts = {
  readonly high: boolean
  /** v1: memory.failcnt */
  readonly max: boolean
  readonly oom: boolean
  /** v1: in memory.oom_control */
  readonly kills: number
  readonly groupKills: number
}

export type Group = {
  readonly name: string
  readonly parent: string | undefined
  readonly max: Pages | undefined
  readonly high: Pages | undefined
  readonly together: boolean
  /** file pages: they can be dropped */
  readonly cache: Pages
  readonly counts: Counts
}

/** stuck: its group is full, nobody may be killed, and it tries the same page for ever. */
export type Life = 'running' | 'killed' | 'stuck'

export type Process = {
  readonly name: string
  readonly group: string
  readonly adj: number
  /** oom_score_adj_min */
  readonly least: number
  /** anonymous pages, by the group that they are charged to: where the process was when it touched them */
  readonly charged: Readonly<Record<string, Pages>>
  readonly life: Life
}

export type State = {
  readonly version: Version
  readonly mayLower: boolean
  readonly groups: readonly Group[]
  readonly processes: readonly Process[]
}

export type Action =
  /** touches so many new pages, one after the other */
  | { readonly do: 'allocate'; readonly by: string; readonly pages: Pages }
  /** reads a file of so many pages */
  | { readonly do: 'read'; readonly by: string; readonly pages: Pages }
  | { readonly do: 'move'; readonly by: string; readonly to: string }
  | { readonly do: 'adjust'; readonly by: string; readonly adj: number }
  | { readonly do: 'limit'; readonly group: string; readonly max: Pages }
  | { readonly do: 'together'; readonly group: string; readonly on: boolean }

export type Errno = 'EACCES' | 'EBUSY' | 'EINVAL' | 'ENOENT'

export type Outcome =
  | { readonly is: 'done' }
  /** who asked did not live to have it */
  | { readonly is: 'killed' }
  | { readonly is: 'stuck' }
  | { readonly is: 'error'; readonly errno: Errno }
  /** the state has no such process or group, or it can no longer act */
  | { readonly is: 'no-actor' }
  | { readonly is: 'left-out' }
