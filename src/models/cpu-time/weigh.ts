/**
 * Threads that stay on their CPUs: each CPU is divided by itself. A group competes on a CPU with a part of its weight,
 * as large as the part of its load that is there (calc_group_shares in kernel/sched/fair.c).
 */
import { childrenOf, root } from './tree.ts'
import type { Division, Group, GroupName, Input, Slice } from './types.ts'

/** What a thread weighs beside groups: nice 0, which is 1024 where a cpu.weight of 100 is. */
export const threadWeight = 100

/** Who runs: by group, a flag for each thread. */
export type Running = Readonly<Record<GroupName, readonly boolean[]>>

type Loads = Readonly<Record<GroupName, readonly number[]>>

const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0)

const threadsOn = (group: Group, running: Running, cpu: number): number =>
  group.threads.filter((thread, at) => thread.cpu === cpu && running[group.name]?.[at]).length

const partOn = (group: Group, loads: Loads, cpu: number): number => {
  const load = loads[group.name] ?? []
  const all = total(load)
  return all > 0 ? (group.weight * (load[cpu] ?? 0)) / all : 0
}

/** What competes inside each group on each CPU, from the leaves up. */
const loadsOf = (input: Input, running: Running): Loads => {
  const loads: Record<GroupName, readonly number[]> = {}
  const inside = (name: GroupName, cpu: number): number =>
    total(childrenOf(input, name).map((child) => partOn(child, loads, cpu)))
  for (const group of input.groups.toReversed())
    loads[group.name] = input.cpus.map(
      (_, cpu) => threadsOn(group, running, cpu) * threadWeight + inside(group.name, cpu),
    )
  loads[root] = input.cpus.map((_, cpu) => inside(root, cpu))
  return loads
}

export const weigh = (input: Input, running: Running): Division => {
  const loads = loadsOf(input, running)
  const groups: Record<GroupName, readonly Slice[]> = {}
  const threads: Record<GroupName, readonly number[]> = {}
  const given = (name: GroupName, cpu: number): number =>
    name === root ? (input.cpus[cpu] ?? 0) : (groups[name]?.find((one) => one.cpu === cpu)?.gets ?? 0)
  for (const group of input.groups) {
    groups[group.name] = input.cpus.flatMap((_, cpu): readonly Slice[] => {
      const weight = partOn(group, loads, cpu)
      if (weight === 0) return []
      const sum = loads[group.parent]?.[cpu] ?? weight
      const of = given(group.parent, cpu)
      return [{ cpu, weight, sum, of, gets: (of * weight) / sum }]
    })
    threads[group.name] = group.threads.map(({ cpu }, at) =>
      cpu !== 'any' && running[group.name]?.[at]
        ? (given(group.name, cpu) * threadWeight) / (loads[group.name]?.[cpu] ?? threadWeight)
        : 0,
    )
  }
  return { groups, threads }
}
