/**
 * A period begins (do_sched_cfs_period_timer and __refill_cfs_bandwidth_runtime in kernel/sched/fair.c): what was spent
 * is counted, what is left is kept as far as the burst allows, and a timer that nobody needed is stopped.
 */
import { isNothing } from './instant.ts'
import { because, type Reason } from './rules.ts'
import type { Account, GroupName, Quota, Stat } from './types.ts'

export type Refilled = { readonly account: Account; readonly stat: Stat; readonly trace: readonly Reason[] }

export const refill = (
  name: GroupName,
  { max, period, burst }: Quota,
  account: Account,
  stat: Stat,
  throttled: boolean,
): Refilled => {
  const over = Math.max(0, account.begunWith - account.left - max)
  const bursts = stat.bursts + Number(!isNothing(over))
  const left = Math.min(account.left + max, max + burst)
  const lost = account.left + max - left
  const stops = account.idle && !throttled
  const trace = [
    ...(throttled ? [because('cpu-time/period-was-throttled', name, { throttled: stat.throttled + 1 })] : []),
    ...(isNothing(over) ? [] : [because('cpu-time/burst-used', name, { over, bursts })]),
    stops
      ? because('cpu-time/timer-stops', name, { left })
      : because('cpu-time/period-begins', name, { max, kept: left - max, left, period }),
    ...(isNothing(lost) ? [] : [because('cpu-time/unspent-lost', name, { lost, burst })]),
  ]
  return {
    account: {
      left,
      begunWith: left,
      next: stops || account.next === undefined ? undefined : account.next + period,
      idle: !throttled,
    },
    stat: {
      ...stat,
      periods: stat.periods + 1,
      throttled: stat.throttled + (throttled ? 1 : 0),
      bursts,
      burstTime: stat.burstTime + over,
    },
    trace,
  }
}
