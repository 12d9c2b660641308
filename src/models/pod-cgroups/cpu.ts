/** CPU: from thousandths to shares, from shares to weight, from thousandths to quota. */
import type { Weights } from './types.ts'
import { because, type Reason, type Trace } from './rules.ts'

const leastShares = 2
const mostShares = 262_144
export const period = 100_000
const leastQuota = 1000

export type Shares = { readonly shares: number; readonly because: Trace }

/** MilliCPUToShares */
export const sharesFrom = (subject: string, milli: number): Shares => {
  const shares = Math.floor((milli * 1024) / 1000)
  if (shares < leastShares)
    return { shares: leastShares, because: [because('pod-cgroups/shares-least', subject, { milli })] }
  if (shares > mostShares)
    return { shares: mostShares, because: [because('pod-cgroups/shares-most', subject, { milli })] }
  return { shares, because: [because('pod-cgroups/shares', subject, { milli, shares })] }
}

/** The kubelet's own formula (getCPUWeight), and runc's up to 1.3.1. */
export const linearWeight = (shares: number): number =>
  shares >= mostShares ? 10_000 : 1 + Math.floor(((shares - 2) * 9999) / 262_142)

/** ConvertCPUSharesToCgroupV2Value: fits 2 → 1, 1024 → 100, 262144 → 10000. */
export const logarithmicWeight = (shares: number): number => {
  if (shares <= leastShares) return 1
  if (shares >= mostShares) return 10_000
  const log = Math.log2(shares)
  return Math.ceil(10 ** ((log * log + 125 * log) / 612 - 7 / 34))
}

export type Weight = { readonly weight: number; readonly because: Reason }

/** The kubelet writes the groups above the containers itself, and has kept its formula. */
export const weightFrom = (subject: string, shares: number, by: 'kubelet' | Weights): Weight => {
  if (by === 'now') {
    const weight = logarithmicWeight(shares)
    return { weight, because: because('pod-cgroups/weight-logarithmic', subject, { shares, weight }) }
  }
  const weight = linearWeight(shares)
  const facts = { shares, weight, by: by === 'kubelet' ? by : ('runtime' as const) }
  return { weight, because: because('pod-cgroups/weight-linear', subject, facts) }
}

export type Quota = { readonly quota: number | undefined; readonly because: Reason }

/** MilliCPUToQuota: 0 is no limit; no quota is under 1 ms. */
export const quotaFrom = (subject: string, milli: number): Quota => {
  if (milli === 0)
    return { quota: undefined, because: because('pod-cgroups/no-limit', subject, { resource: 'cpu' }) }
  const quota = Math.floor((milli * period) / 1000)
  return quota < leastQuota
    ? { quota: leastQuota, because: because('pod-cgroups/quota-least', subject, { milli }) }
    : { quota, because: because('pod-cgroups/quota', subject, { milli, quota }) }
}
