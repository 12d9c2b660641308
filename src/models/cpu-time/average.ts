import { playUntil } from './play.ts'
import { init } from './start.ts'
import type { GroupName, Input } from './types.ts'

/** CPUs used on average over the first so many microseconds. */
export const averageOver = (input: Input, span: number): Readonly<Record<GroupName, number>> => {
  const { state } = playUntil(init(input), span)
  return Object.fromEntries(input.groups.map(({ name }) => [name, (state.stats[name]?.usage ?? 0) / span]))
}
