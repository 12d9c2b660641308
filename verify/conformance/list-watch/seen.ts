/** What is seen of a case of the model `list-watch`, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Case } from '#conformance'
import { pending, eventOf, type Action, type Event, type Outcome, type State } from '#models/list-watch'

/** Every case begins with nothing stored. */
export type Given = Case<Record<never, never>, Action>

type Object = readonly [name: string, version: number, data: number]

/** After each action what its maker was told; after the last, what is there, believed, and still on its way. */
export type Seen =
  | Outcome
  | {
      readonly is: 'end'
      readonly matching: readonly Object[]
      readonly others: readonly Object[]
      readonly cache: readonly Object[]
      readonly onTheWay: readonly Event[]
    }

const count = z.int().min(0)
const name = z.string().min(1)

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.literal('create'), name, matches: z.boolean() }),
  z.strictObject({ do: z.literal('update'), name, based: z.enum(['server', 'cache']) }),
  z.strictObject({ do: z.enum(['relabel', 'rewrite', 'delete']), name }),
  z.strictObject({
    do: z.enum(['elsewhere', 'list', 'watch', 'receive', 'bookmark', 'cut', 'compact']),
  }),
])

export const caseSchema: z.ZodType<Given> = z.object({
  input: z.strictObject({}),
  actions: z.array(action),
})

const event = z.strictObject({ type: z.enum(['ADDED', 'MODIFIED', 'DELETED']), name, version: count })
const objects = z.array(z.tuple([name, count, count]))

export const seenSchema: z.ZodType<Seen> = z.union([
  z.strictObject({ is: z.enum(['done', 'idle']) }),
  z.strictObject({ is: z.literal('written'), version: count }),
  z.strictObject({ is: z.literal('listed'), names: z.array(name), version: count }),
  z.strictObject({ is: z.literal('event'), event }),
  z.strictObject({
    is: z.literal('refused'),
    reason: z.enum(['AlreadyExists', 'Conflict', 'Expired', 'NotFound']),
    code: count,
  }),
  z.strictObject({
    is: z.literal('end'),
    ...{ matching: objects, others: objects, cache: objects, onTheWay: z.array(event) },
  }),
])

type Named = { readonly name: string; readonly version: number; readonly data: number }

const rows = (from: readonly Named[]): readonly Object[] =>
  from.map(({ name, version, data }) => [name, version, data])

export const endOf = (state: State): Seen => ({
  is: 'end',
  matching: rows(state.objects.filter(({ matches }) => matches)),
  others: rows(state.objects.filter(({ matches }) => !matches)),
  cache: rows(state.client.cache),
  onTheWay: state.client.phase === 'watching' ? pending(state).map(eventOf) : [],
})
