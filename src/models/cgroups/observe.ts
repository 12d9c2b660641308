/** What a reader of the folder sees of a group: each of its files with what is in it. */
import { filesOf } from './files.ts'
import { step } from './step.ts'
import type { Group, Place, State } from './types.ts'

/** null: no such file; an errno where it cannot be read. */
export type View = { readonly place: Place; readonly files: Readonly<Record<string, string>> }

export const viewOf = (state: State, group: Group): View => ({
  place: group.place,
  files: Object.fromEntries(
    filesOf(group.hierarchy).flatMap(({ name, access }) => {
      const { outcome } = step(state, { do: 'read', by: 'root', at: group.place, file: name })
      if (outcome.is === 'text') return [[name, outcome.text]]
      return outcome.is === 'error' && outcome.errno !== 'ENOENT' && access !== 'w'
        ? [[name, outcome.errno]]
        : []
    }),
  ),
})

export const observe = (state: State): readonly View[] =>
  [...state.groups].sort((a, b) => (a.place < b.place ? -1 : 1)).map((group) => viewOf(state, group))
