/** What everybody gets over one period, and the arithmetic of each stretch of it. */
import {
  averageOver,
  explain,
  explainGroup,
  groupOf,
  init,
  playUntil,
  rateOf,
  type Input,
  type Interval,
  type Reason,
} from '#models/cpu-time'
import { inputOf, period, type Machine, type Place } from './machine.ts'

/** A stretch of the period in which the same ones run. */
export type Stretch = {
  readonly from: number
  readonly to: number
  /** in CPUs */
  readonly rate: number
  readonly reasons: readonly Reason[]
}

export type Row = {
  readonly name: string
  readonly depth: number
  /** the place of its colour; a group that holds groups has none */
  readonly tone: number | undefined
  /** in CPUs, over a whole period */
  readonly gets: number
  /** of that, what its own threads have on each CPU, or in all */
  readonly own: readonly number[]
  readonly stretches: readonly Stretch[]
}

export type Result = {
  readonly rows: readonly Row[]
  /** what concerns nobody in particular */
  readonly general: readonly Reason[]
}

const depthOf = (places: readonly Place[], { parent }: Place): number => {
  const outer = places.find(({ name }) => name === parent)
  return outer ? depthOf(places, outer) + 1 : 0
}

const holds =
  (places: readonly Place[]) =>
  ({ name }: Place): boolean =>
    places.some(({ parent }) => parent === name)

const toneOf = (places: readonly Place[], place: Place): number | undefined => {
  const at = places.filter((one) => !holds(places)(one)).indexOf(place)
  return at < 0 ? undefined : at
}

/** What its own threads have: the slots are CPUs, or one where the kernel moves them. */
const ownOf = (
  input: Input,
  intervals: readonly Interval[],
  name: string,
  slots: number,
): readonly number[] => {
  const threads = groupOf(input, name)?.threads ?? []
  return Array.from({ length: slots }, (_, slot) =>
    intervals.reduce((sum, { from, to, division }) => {
      const rates = (division.threads[name] ?? []).filter((_, at) =>
        [slot, 'any'].includes(threads[at]?.cpu ?? 'any'),
      )
      return sum + (rates.reduce((all, rate) => all + rate, 0) * (to - from)) / period
    }, 0),
  )
}

/** What the end of a stretch says of a group: the beginnings of periods go without saying. */
const endings: ReadonlySet<string> = new Set(['cpu-time/quota-spent', 'cpu-time/held-with-outer'])

const stretchesOf = (input: Input, intervals: readonly Interval[], name: string): readonly Stretch[] => {
  const group = groupOf(input, name)
  if (!group) return []
  return intervals.map(({ from, to, running, division, trace }) => {
    const rate = rateOf(division, name)
    const held = rate === 0 && intervals.some((other) => rateOf(other.division, name) > 0)
    const why = held ? [] : explainGroup(input, running, division, group)
    const ends = trace.filter(({ rule, subject }) => subject === name && endings.has(rule))
    return { from, to, rate, reasons: [...why, ...ends] }
  })
}

export const resultOf = (places: readonly Place[], machine: Machine): Result => {
  const input = inputOf(places, machine)
  const { intervals } = playUntil(init(input), period)
  const lasting = intervals.filter(({ from, to }) => to - from > 1)
  const gets = averageOver(input, period)
  const slots = machine.pinned ? machine.cpus : 1
  const general = lasting.slice(0, 1).flatMap(({ running, division }) => explain(input, running, division))
  return {
    rows: places.map((place) => ({
      name: place.name,
      depth: depthOf(places, place),
      tone: toneOf(places, place),
      gets: gets[place.name] ?? 0,
      own: ownOf(input, lasting, place.name, slots),
      stretches: stretchesOf(input, lasting, place.name),
    })),
    general: general.filter(
      ({ rule }) => rule === 'cpu-time/moved-by-the-kernel' || rule === 'cpu-time/cpu-left-idle',
    ),
  }
}
