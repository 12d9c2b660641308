import type { Counts, State } from './types.ts'

/** What the files of a group say of what has happened. v1 has fewer of them. */
export type Row = { readonly group: string } & Partial<Counts>

export const observe = (state: State): readonly Row[] =>
  state.groups.map(({ name, counts }) =>
    state.version === 'v2'
      ? { group: name, ...counts }
      : { group: name, max: counts.max, kills: counts.kills },
  )
