/** memory_events: on v2 an event counts in its group and all above; on v1 in its group alone. */
import { pathUp } from './find.ts'
import type { Counts, State } from './types.ts'

export const countersOf = (state: State, group: string): readonly string[] =>
  state.version === 'v2' ? pathUp(state, group).map(({ name }) => name) : [group]

export const count = (state: State, group: string, change: (counts: Counts) => Partial<Counts>): State => {
  const names = countersOf(state, group)
  return {
    ...state,
    groups: state.groups.map((each) =>
      names.includes(each.name) ? { ...each, counts: { ...each.counts, ...change(each.counts) } } : each,
    ),
  }
}
