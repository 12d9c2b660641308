/** cpu.weight, cpu.weight.nice, cpu.shares and cpu.idle (sched_group_set_shares): one number, told in three ways. */
import { deny, type Step } from './result.ts'
import { because, type Trace } from './rules.ts'
import { plainShares } from './settings.ts'
import type { Settings } from './types.ts'
import { keep, takeInteger, type Write } from './written.ts'

/** sched_prio_to_weight: what nice -20 to 19 weigh. */
const weightOfNice = [
  ...[88761, 71755, 56483, 46273, 36291, 29154, 23254, 18705, 14949, 11916],
  ...[9548, 7620, 6100, 4904, 3906, 3121, 2501, 1991, 1586, 1277],
  ...[1024, 820, 655, 526, 423, 335, 272, 215, 172, 137],
  ...[110, 87, 70, 56, 45, 36, 29, 23, 18, 15],
] as const

/** WEIGHT_IDLEPRIO */
const idleShares = 3

export const readWeight = ({ shares }: Pick<Settings, 'shares'>): string =>
  String(Math.round((shares * 100) / 1024))

/** The kernel looks from nice -20 on, until the next would be no nearer. */
export const readNice = ({ shares }: Pick<Settings, 'shares'>): string => {
  const away = weightOfNice.map((weight) => Math.abs(weight - shares))
  const farther = away.findIndex((distance, at) => distance >= (away[at - 1] ?? Infinity))
  return String((farther < 0 ? away.length : farther) - 21)
}

const setShares = (write: Write, shares: number, value: string | number, ...also: Trace): Step =>
  write.group.settings.idle === 1
    ? deny(write.state, 'EINVAL', because('cgroups/idle-has-no-weight', write.group.place, {}))
    : keep(write, { shares }, value, ...also)

export const writeWeight = (write: Write): Step =>
  takeInteger(write, 'u64', { from: 1, to: 10_000 }, (weight) =>
    setShares(write, Math.round((weight * 1024) / 100), weight),
  )

export const writeNice = (write: Write): Step =>
  takeInteger(write, 's64', { from: -20, to: 19 }, (nice) =>
    setShares(write, weightOfNice[nice + 20] ?? plainShares, nice),
  )

const leastShares = 2
const mostShares = 2 ** 18

export const writeShares = (write: Write): Step =>
  takeInteger(write, 'u64', {}, (asked) => {
    const shares = Math.min(Math.max(asked, leastShares), mostShares)
    const facts = { text: write.text.trim(), value: String(shares) }
    const clamped = because('cgroups/shares-clamped', write.group.place, facts)
    return setShares(write, shares, shares, ...(shares === asked ? [] : [clamped]))
  })

/** Leaving SCHED_IDLE does not bring back the weight there was. */
export const writeIdle = (write: Write): Step =>
  takeInteger(write, 's64', { from: 0, to: 1, errno: 'EINVAL' }, (asked) => {
    if (asked === write.group.settings.idle) return keep(write, {}, asked)
    const shares = asked === 1 ? idleShares : plainShares
    const weight = readWeight({ shares })
    const reset = because('cgroups/idle-resets-weight', write.group.place, { weight })
    return keep(write, { idle: asked === 1 ? 1 : 0, shares }, asked, reset)
  })
