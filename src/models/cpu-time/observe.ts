/** The state as files show it: `cpu.stat` of v2, and what v1 calls the same. */
import type { GroupName, State } from './types.ts'

export type File = {
  readonly v2: string
  readonly v1: string
  readonly value: number
  readonly v1Value: number
}

/** v1 counts times in nanoseconds where v2 counts microseconds; its usage stands in cpuacct.usage. */
export const observe = ({ stats }: State, name: GroupName): readonly File[] => {
  const stat = stats[name]
  if (!stat) return []
  const time = (v2: string, v1: string, value: number): File => ({
    v2,
    v1,
    value: Math.round(value),
    v1Value: Math.round(value * 1000),
  })
  const count = (word: string, v1: string, value: number): File => ({ v2: word, v1, value, v1Value: value })
  return [
    time('usage_usec', 'cpuacct.usage', stat.usage),
    count('nr_periods', 'nr_periods', stat.periods),
    count('nr_throttled', 'nr_throttled', stat.throttled),
    time('throttled_usec', 'throttled_time', stat.throttledTime),
    count('nr_bursts', 'nr_bursts', stat.bursts),
    time('burst_usec', 'burst_time', stat.burstTime),
  ]
}

/** cpu.weight in v1's cpu.shares, as the kernel itself converts it: 100 is 1024. */
export const sharesOf = (weight: number): number => Math.round((weight * 1024) / 100)
