/** cpu.max and cpu.max.burst, and v1's three files (tg_set_cfs_bandwidth). All in microseconds. */
import { childrenOf, findGroup } from './find.ts'
import { deny, leaveOut, type Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import type { Group, Limit, Settings, State } from './types.ts'
import { keep, malformed, takeInteger, type Write } from './written.ts'

type Bandwidth = Pick<Settings, 'quota' | 'period' | 'burst'>

const least = 1000
const longest = 1_000_000
/** 44 bits, lest the kernel's arithmetic overflow. */
const most = 2 ** 44 - 1

export const readMax = ({ quota, period }: Bandwidth): string => `${quota} ${period}`

/** CPUs' worth: a quota in each period. */
export const ratioOf = ({ quota, period }: Pick<Bandwidth, 'quota' | 'period'>): Limit =>
  quota === 'max' ? 'max' : Math.floor((quota * 2 ** 20) / period)

/** v1 refuses what v2 takes and lets the group above cut down (tg_cfs_schedulable_down). */
const refuseRatio = (state: State, group: Group, change: Bandwidth): Reason | undefined => {
  const own = ratioOf(change)
  const above = ratioAbove(state, group)
  const text = (ratio: Limit) => (ratio === 'max' ? 'max' : (ratio / 2 ** 20).toFixed(2))
  if (above && own !== 'max' && own > above.ratio)
    return because('cgroups/quota-above-parent', group.place, {
      parent: above.group.place,
      own: text(own),
      theirs: text(above.ratio),
    })
  const child = own === 'max' ? undefined : findLarger(state, group, own)
  if (!child) return undefined
  const facts = { child: child.place, own: text(own), theirs: text(ratioOf(child.settings)) }
  return because('cgroups/quota-below-child', group.place, facts)
}

/** The nearest group above that has a quota. */
const ratioAbove = (state: State, group: Group): { group: Group; ratio: number } | undefined => {
  const parent = findGroup(state, group.parent)
  const ratio = parent && ratioOf(parent.settings)
  if (!parent || ratio === undefined) return undefined
  return ratio === 'max' ? ratioAbove(state, parent) : { group: parent, ratio }
}

/** The nearest groups below that have a quota; what is below those has been held against them. */
const findLarger = (state: State, group: Group, ratio: number): Group | undefined => {
  for (const child of childrenOf(state, group)) {
    const theirs = ratioOf(child.settings)
    const found = theirs === 'max' ? findLarger(state, child, ratio) : theirs > ratio ? child : undefined
    if (found) return found
  }
  return undefined
}

const refuse = (version: State['version'], write: Write, wanted: Bandwidth): Reason | undefined => {
  const { quota, period, burst } = wanted
  const { state, group } = write
  if (quota !== 'max' && quota < least) return because('cgroups/quota-too-small', group.place, { quota })
  if (period < least || period > longest)
    return because('cgroups/period-out-of-range', group.place, { period })
  if (quota !== 'max' && burst > quota)
    return because('cgroups/burst-above-quota', group.place, { burst, quota })
  return version === 'v1' ? refuseRatio(state, group, wanted) : undefined
}

const set = (write: Write, change: Partial<Bandwidth>, value: string | number): Step => {
  const { state, group } = write
  const wanted = { ...group.settings, ...change }
  if (wanted.quota !== 'max' && wanted.quota + wanted.burst > most) return leaveOut(state, 'huge-numbers')
  const refused = refuse(state.version, write, wanted)
  return refused ? deny(state, 'EINVAL', refused) : keep(write, change, value)
}

/** sscanf("%20s %llu"): a second word that is no number is not looked at, nor is a third. */
export const writeMax = (write: Write): Step => {
  const [first = '', second = ''] = write.text.trim().split(/\s+/)
  const quota = first === 'max' ? 'max' : /^\d/.test(first) ? Number.parseInt(first, 10) : undefined
  if (quota === undefined) return malformed(write)
  const period = /^\d/.test(second) ? Number.parseInt(second, 10) : write.group.settings.period
  if (first.length > 15 || second.length > 15) return leaveOut(write.state, 'huge-numbers')
  return set(write, { quota, period }, readMax({ quota, period, burst: 0 }))
}

export const writeBurst = (write: Write): Step =>
  takeInteger(write, 'u64', { to: Number.MAX_SAFE_INTEGER, errno: 'EINVAL' }, (burst) =>
    set(write, { burst }, burst),
  )

export const writePeriod = (write: Write): Step =>
  takeInteger(write, 'u64', { to: Number.MAX_SAFE_INTEGER, errno: 'EINVAL' }, (period) =>
    set(write, { period }, period),
  )

/** Any negative number is no limit, and reads -1. */
export const writeQuota = (write: Write): Step =>
  takeInteger(write, 's64', { to: Number.MAX_SAFE_INTEGER, errno: 'EINVAL' }, (quota) =>
    quota < 0 ? set(write, { quota: 'max' }, -1) : set(write, { quota }, quota),
  )

export const readQuota = ({ quota }: Bandwidth): string => String(quota === 'max' ? -1 : quota)
