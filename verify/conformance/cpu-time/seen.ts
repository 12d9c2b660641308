/** What is seen of a tree of loops, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Group, Quota, Thread } from '#models/cpu-time'
import type { Case } from '#conformance'

/** What the tree stands on; its groups are the case's actions, so that a case can be shrunk. */
export type Ground = { readonly cpus: readonly number[] }

export type Given = Case<Ground, Group>

const count = z.int().min(0)
const perGroup = <T>(of: z.ZodType<T>) => z.record(z.string(), of)

const stat = z.strictObject({
  periods: count,
  throttled: count,
  throttledTime: count,
  bursts: count,
  burstTime: count,
})

export type SeenStat = z.infer<typeof stat>

/** Between two looks; all times in microseconds. */
export type Seen = {
  readonly wall: number
  /** by all loops of the tree together, on each CPU; where nothing is pinned, all of it is the first */
  readonly received: readonly number[]
  /** of that, what passed while the whole machine stood still: only whoever runs it can tell why */
  readonly stolen: readonly number[]
  /** by each group's own threads, thread by thread */
  readonly usage: Readonly<Record<string, readonly number[]>>
  /** of groups with a quota */
  readonly stats: Readonly<Record<string, SeenStat>>
  /** when the first period after the first look began, of groups whose timer ran */
  readonly phases: Readonly<Record<string, number>>
  /** where there are jobs: when each thread's were done */
  readonly done?: readonly (readonly number[])[]
}

export const seenSchema: z.ZodType<Seen> = z.strictObject({
  wall: count,
  received: z.array(count),
  stolen: z.array(count),
  usage: perGroup(z.array(count)),
  stats: perGroup(stat),
  phases: perGroup(count),
  done: z.array(z.array(count)).exactOptional(),
})

const quota: z.ZodType<Quota> = z.strictObject({ max: count, period: count, burst: count, phase: count })

const thread: z.ZodType<Thread> = z.strictObject({
  cpu: z.union([count, z.literal('any')]),
  does: z.union([z.literal('loop'), z.literal('sleep'), z.array(z.strictObject({ at: count, work: count }))]),
})

const group: z.ZodType<Group> = z.strictObject({
  name: z.string().min(1),
  parent: z.string(),
  weight: z.int().min(1).max(10_000),
  quota: quota.exactOptional(),
  threads: z.array(thread),
})

export const caseSchema: z.ZodType<Given> = z.object({
  input: z.strictObject({ cpus: z.array(z.number()) }),
  actions: z.array(group),
})
