/** What is seen of a case of the model `out-of-memory`, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Case } from '#conformance'
import type { Action, Input, Outcome, Row } from '#models/out-of-memory'

export type Given = Case<Input, Action>

/** After an action. */
export type Seen = {
  readonly outcome: Outcome
  /** whom the kernel killed first */
  readonly first: string | null
  /** all who died, by name */
  readonly dead: readonly string[]
  readonly events: readonly Row[]
}

const count = z.int().min(0)
const name = z.string().min(1)
const adj = z.int().min(-1000).max(1000)

const group = z.strictObject({
  name,
  parent: name.exactOptional(),
  max: count.exactOptional(),
  high: count.exactOptional(),
  together: z.boolean().exactOptional(),
})

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.enum(['allocate', 'read']), by: name, pages: count }),
  z.strictObject({ do: z.literal('move'), by: name, to: name }),
  z.strictObject({ do: z.literal('adjust'), by: name, adj }),
  z.strictObject({ do: z.literal('limit'), group: name, max: count }),
  z.strictObject({ do: z.literal('together'), group: name, on: z.boolean() }),
])

export const caseSchema: z.ZodType<Given> = z.object({
  input: z.strictObject({
    version: z.enum(['v1', 'v2']),
    mayLower: z.boolean(),
    own: count,
    groups: z.array(group),
    processes: z.array(z.strictObject({ name, group: name, adj: adj.exactOptional() })),
  }),
  actions: z.array(action),
})

const outcome: z.ZodType<Outcome> = z.union([
  z.strictObject({ is: z.enum(['done', 'killed', 'stuck', 'no-actor']) }),
  z.strictObject({ is: z.literal('error'), errno: z.enum(['EACCES', 'EBUSY', 'EINVAL', 'ENOENT']) }),
])

export const seenSchema: z.ZodType<Seen> = z.strictObject({
  outcome,
  first: name.nullable(),
  dead: z.array(name),
  events: z.array(
    z.strictObject({
      group: name,
      high: z.boolean().exactOptional(),
      max: z.boolean().exactOptional(),
      oom: z.boolean().exactOptional(),
      kills: count.exactOptional(),
      groupKills: count.exactOptional(),
    }),
  ),
})
