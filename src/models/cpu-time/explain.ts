/** A division told step by step: who competes where, with what, for what, and what comes of it. */
import { because, type Reason, type Trace } from './rules.ts'
import { childrenOf, root } from './tree.ts'
import type { Division, Group, Input, Slice } from './types.ts'
import { threadWeight, type Running } from './weigh.ts'
import { isPinned, rateOf } from './divide.ts'

/** Shares closer than this are the same share. */
const same = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

const onOneCpu = (group: Group, slice: Slice): readonly Reason[] => {
  const { cpu, weight, sum, of, gets } = slice
  return [
    ...(group.parent === root
      ? []
      : [because('cpu-time/part-of-a-part', group.name, { parent: group.parent, cpu, of })]),
    same(weight, sum)
      ? because('cpu-time/alone-takes-all', group.name, { cpu, weight, gets })
      : because('cpu-time/weight-among-rivals', group.name, { cpu, weight, sum, of, gets }),
  ]
}

/** What its weight alone would give it, and what came of it where threads or neighbours could not use theirs. */
const limits = (group: Group, { weight, sum, of, gets, most = Infinity }: Slice): readonly Reason[] => {
  const claim = (of * weight) / sum
  if (same(claim, gets)) return []
  return gets < claim
    ? [because('cpu-time/one-thread-one-cpu', group.name, { most, claim })]
    : [because('cpu-time/rest-to-the-others', group.name, { claim, gets })]
}

const split = (group: Group, slices: readonly Slice[]): readonly Reason[] =>
  slices.length < 2
    ? []
    : [
        because('cpu-time/weight-split-over-cpus', group.name, {
          weight: group.weight,
          parts: slices.map(({ cpu = 0, weight }) => ({ cpu, weight })),
        }),
      ]

const added = (group: Group, slices: readonly Slice[], gets: number): readonly Reason[] =>
  slices.length < 2
    ? []
    : [
        because('cpu-time/cpus-added-up', group.name, {
          parts: slices.map(({ cpu = 0, gets }) => ({ cpu, gets })),
          gets,
        }),
      ]

const ownThreads = (input: Input, group: Group, running: Running): readonly Reason[] => {
  const threads = (running[group.name] ?? []).filter(Boolean).length
  return threads > 0 && childrenOf(input, group.name).length > 0
    ? [because('cpu-time/thread-beside-groups', group.name, { threads, weight: threadWeight })]
    : []
}

export const explainGroup = (
  input: Input,
  running: Running,
  division: Division,
  group: Group,
): readonly Reason[] => {
  const slices = division.groups[group.name] ?? []
  if (slices.length === 0)
    return [because('cpu-time/idle-claims-nothing', group.name, { weight: group.weight })]
  return [
    ...split(group, slices),
    ...slices.flatMap((slice) => [...onOneCpu(group, slice), ...limits(group, slice)]),
    ...added(group, slices, rateOf(division, group.name)),
    ...ownThreads(input, group, running),
  ]
}

export const explain = (input: Input, running: Running, division: Division): Trace => {
  const pinned = isPinned(input)
  const used = new Set(Object.values(division.groups).flatMap((slices) => slices.map(({ cpu }) => cpu)))
  const idle = input.cpus.flatMap((_, cpu) => (used.has(cpu) ? [] : [cpu]))
  return [
    ...(pinned ? [] : [because('cpu-time/moved-by-the-kernel', '', { cpus: input.cpus.length })]),
    ...input.groups.flatMap((group) => explainGroup(input, running, division, group)),
    ...(pinned ? idle.map((cpu) => because('cpu-time/cpu-left-idle', `CPU ${cpu}`, { cpu })) : []),
  ]
}
