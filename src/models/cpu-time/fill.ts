/**
 * Threads that the kernel moves about: all CPUs are divided at once, as if they were one, but for this: no thread can
 * be on two CPUs. Who cannot use what its weight gives it leaves the rest to the others, again by weight.
 * The kernel comes near this by balancing load every few milliseconds; it does not reach it.
 */
import { childrenOf, root } from './tree.ts'
import type { Division, GroupName, Input, Slice } from './types.ts'
import { threadWeight, type Running } from './weigh.ts'

type Claim = { readonly weight: number; readonly most: number }

/** Each thread of a group claims the same. */
const oneThread: Claim = { weight: threadWeight, most: 1 }

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

/** Each gets by its weight, but no more than the most it can use: those who meet their most are served first. */
export const pour = <C extends Claim>(amount: number, claims: readonly C[]): ReadonlyMap<C, number> => {
  const sum = total(claims.map(({ weight }) => weight))
  const byWeight = ({ weight }: C): number => (amount * weight) / sum
  const met = claims.filter((claim) => claim.most <= byWeight(claim))
  if (met.length === 0) return new Map(claims.map((claim) => [claim, byWeight(claim)]))
  const left = amount - total(met.map(({ most }) => most))
  const others = claims.filter((claim) => !met.includes(claim))
  return new Map([...met.map((claim): [C, number] => [claim, claim.most]), ...pour(left, others)])
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
    const inside = childrenOf(input, name).map(({ name, weight }) => ({ name, weight, most: most(name) }))
    const busy = inside.filter(({ most }) => most > 0)
    const own = running[name] ?? []
    const claims = [...busy, ...own.filter(Boolean).map(() => oneThread)]
    const got = pour<Claim>(of, claims)
    const sum = total(claims.map(({ weight }) => weight))
    threads[name] = own.map((runs) => (runs ? (got.get(oneThread) ?? 0) : 0))
    for (const claim of busy) {
      const { name, weight, most } = claim
      const gets = got.get(claim) ?? 0
      groups[name] = [{ cpu: undefined, weight, sum, of, gets, most }]
      divide(name, gets)
    }
  }
  divide(root, total(input.cpus))
  return { groups, threads }
}
