/**
 * Threads that the kernel moves about: all CPUs are divided at once, as if they were one, but for this: no thread can
 * be on two CPUs. Who cannot use what its weight gives it leaves the rest to the others, again by weight.
 * The kernel comes near this by balancing load every few milliseconds; it does not reach it.
 */
import { childrenOf, root } from './tree.ts'
import type { Division, GroupName, Input, Slice } from './types.ts'
import { threadWeight, type Running } from './weigh.ts'

type Claim = { readonly weight: number; readonly most: number }

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Each gets by its weight, but no more than the most it can use: those who meet their most are served first. */
export const pour = (amount: number, claims: readonly Claim[]): readonly number[] => {
  const got: number[] = claims.map(() => 0)
  const open = new Set(claims.keys())
  let left = amount
  for (;;) {
    const sum = total([...open].map((at) => claims[at]?.weight ?? 0))
    const met = [...open].filter((at) => {
      const { weight, most } = claims[at] as Claim
      return most <= (left * weight) / sum
    })
    if (met.length === 0) {
      for (const at of open) got[at] = (left * (claims[at]?.weight ?? 0)) / sum
      return got
    }
    for (const at of met) {
      got[at] = claims[at]?.most ?? 0
      left -= got[at]
      open.delete(at)
    }
  }
}

export const fill = (input: Input, running: Running): Division => {
  const groups: Record<GroupName, readonly Slice[]> = {}
  const threads: Record<GroupName, readonly number[]> = {}
  const most = (name: GroupName): number =>
    Math.min(
      input.cpus.length,
      (running[name] ?? []).filter(Boolean).length +
        total(childrenOf(input, name).map((child) => most(child.name))),
    )
  const divide = (name: GroupName, of: number): void => {
    const inside = childrenOf(input, name).map((child) => ({ ...child, most: most(child.name) }))
    const children = inside.filter((child) => child.most > 0)
    const own = running[name] ?? []
    const claims: readonly Claim[] = [
      ...children.map(({ weight, most }) => ({ weight, most })),
      ...own.filter(Boolean).map(() => ({ weight: threadWeight, most: 1 })),
    ]
    const got = pour(of, claims)
    const sum = total(claims.map(({ weight }) => weight))
    const rates = got.slice(children.length)
    threads[name] = own.map((runs) => (runs ? (rates.shift() ?? 0) : 0))
    for (const child of inside) groups[child.name] = []
    children.forEach(({ name, weight, most }, at) => {
      const gets = got[at] ?? 0
      groups[name] = [{ cpu: undefined, weight, sum, of, gets, most }]
    })
    for (const child of inside) divide(child.name, groups[child.name]?.[0]?.gets ?? 0)
  }
  divide(root, total(input.cpus))
  return { groups, threads }
}
