/** How many periods of a group were throttled and for how long it was held, by the model and by the kernel. */
import { groupOf, type GroupName, type Input, type Stat } from '#models/cpu-time'
import type { Seen } from '../cpu-time/seen.ts'

export type Stats = Readonly<Record<GroupName, Stat>>

/** Of the throttled periods, where a group is held for a tick and more each time, and there are enough to count. */
const countBar = 0.05
const shortest = 5000
const fewest = 20

/** Microseconds, at 250 Hz. */
export const tick = 4000

const sum = (times: readonly number[]): number => times.reduce((all, one) => all + one, 0)

export type Counted = {
  readonly name: GroupName
  readonly predicted: number
  readonly seen: number
  /** how long it was held in all, by each */
  readonly held: readonly [number, number]
}

/** A period goes unthrottled where others take as long of it as the group would have been held. */
const allowed = (predicted: number): number => Math.max(1, countBar * predicted)

/** Of the groups whose throttled periods can be told apart from those that were nearly so. */
const counts = (input: Input, stats: Stats, seen: Seen): readonly Counted[] =>
  Object.entries(seen.stats).flatMap(([name, stat]) => {
    const ours = stats[name]
    const period = groupOf(input, name)?.quota?.period ?? 0
    if (!ours || stat.periods < fewest) return []
    const held = ours.throttled > 0 ? ours.throttledTime / ours.throttled : 0
    const always = ours.throttled >= ours.periods - 1
    const taken = seen.wall - sum(seen.received)
    // What others took of the CPU may have come at any time, and then the quota was spent so much later.
    const margin = shortest + (period * taken) / seen.wall
    const predicted = (ours.throttled * stat.periods) / ours.periods
    return held >= margin && always && period > 0 && taken / held <= allowed(predicted)
      ? [{ name, predicted, seen: stat.throttled, held: [ours.throttledTime, stat.throttledTime] }]
      : []
  })

const isOff = ({ predicted, seen }: Counted): boolean => Math.abs(predicted - seen) > allowed(predicted)

/** A spent quota is noticed up to a tick late, so a group is held for so much less time; and all of it is not so exact. */
const heldBar = 0.1

/** Only where one group stands alone with the rest: among several, who is held meanwhile changes for how long. */
const isOffInTime = ({ groups }: Input, { seen, held: [ours, theirs] }: Counted): boolean =>
  groups.length === 2 && (theirs > ours * (1 + heldBar) || theirs < ours * (1 - heldBar) - seen * tick)

/** The first group whose counts are off. */
export const missedCount = (input: Input, stats: Stats, seen: Seen): Counted | undefined =>
  counts(input, stats, seen).find((one) => isOff(one) || isOffInTime(input, one))
