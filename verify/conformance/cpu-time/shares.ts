/** What groups had of the CPUs, predicted and seen. */
import {
  divide,
  explain,
  groupOf,
  init,
  rateOf,
  running,
  subtree,
  type GroupName,
  type Input,
  type Rule,
} from '#models/cpu-time'
import type { Seen } from './seen.ts'

/** In CPUs, of each group with all that is in it. */
export type Shares = Readonly<Record<GroupName, number>>

export const sharesOf = (input: Input): Shares => {
  const division = divide(input, running(init(input)))
  return Object.fromEntries(input.groups.map(({ name }) => [name, rateOf(division, name)]))
}

export const rulesOf = (input: Input): readonly Rule[] => {
  const runs = running(init(input))
  return [...new Set(explain(input, runs, divide(input, runs)).map(({ rule }) => rule))].sort()
}

export const seenShares = (input: Input, { usage, wall }: Seen): Shares =>
  Object.fromEntries(
    input.groups.map(({ name }) => {
      const inside = subtree(input, name).flatMap((inner) => usage[inner] ?? [])
      return [name, inside.reduce((sum, one) => sum + one, 0) / wall]
    }),
  )

/** What others may take of a CPU that the tree always wants; with more, the sample is no good. */
const tolerated = 0.05

/** Why a sample is no good; undefined where it is. `wanted`: how much of each CPU the tree would have used. */
export const spoiltBy = ({ wall, received, stolen }: Seen, wanted: readonly number[]): string | undefined => {
  const least = Math.min(...wanted.map((cpus, at) => (received[at] ?? 0) / wall + 1 - cpus))
  if (least < 1 - tolerated) return 'others used more than 5 % of a CPU'
  const most = Math.max(...stolen.map((time) => time / wall))
  return most > tolerated ? 'the machine stood still for more than 5 % of the time' : undefined
}

/** How much of each CPU is always wanted by somebody of the tree. */
export const wantedOf = (input: Input): readonly number[] =>
  input.cpus.map((_, cpu) =>
    Number(input.groups.some(({ threads }) => threads.some((one) => one.cpu === cpu && one.does === 'loop'))),
  )

const points = (share: number): number => Number((100 * share).toFixed(2))

/** The worst of all groups, in points of one CPU. */
export const worstOf = (
  input: Input,
  predicted: Shares,
  seen: Shares,
): { readonly error: number; readonly name: GroupName; readonly predicted: number; readonly seen: number } =>
  input.groups
    .map(({ name }) => {
      const [ours, theirs] = [points(predicted[name] ?? 0), points(seen[name] ?? 0)]
      return { error: Math.abs(ours - theirs), name, predicted: ours, seen: theirs }
    })
    .reduce((worst, one) => (one.error > worst.error ? one : worst), {
      error: 0,
      name: '',
      predicted: 0,
      seen: 0,
    })

export const indexOf = (input: Input, name: GroupName): number =>
  input.groups.findIndex((group) => group === groupOf(input, name))
