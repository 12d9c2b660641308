import { fill } from './fill.ts'
import type { Division, GroupName, Input, Slice } from './types.ts'
import { weigh, type Running } from './weigh.ts'

export const isPinned = ({ groups }: Input): boolean =>
  groups.every(({ threads }) => threads.every(({ cpu }) => cpu !== 'any'))

/** What each gets while just these run. */
export const divide = (input: Input, running: Running): Division =>
  (isPinned(input) ? weigh : fill)(input, running)

export const rateOf = ({ groups }: Division, name: GroupName): number =>
  (groups[name] ?? []).reduce((sum: number, { gets }: Slice) => sum + gets, 0)
