/** What is seen of a program of the model `reconcile`, and how it is read from a file. */
import { z } from 'astro/zod'
import type { Case } from '#conformance'
import type { Deed, Labels, Outcome, PodKind, View, Way } from '#models/reconcile'

export type Input = Readonly<Record<string, never>>
export type Given = Case<Input, Deed>

/** After a deed, once all that follows from it has come to rest. */
export type Seen = {
  readonly outcome: Outcome
  readonly view: View
  /** what was seen on the way there, of a cluster with one Deployment */
  readonly way: Way | null
}

const count = z.int().min(0)
const name = z.string().min(1)
const labels: z.ZodType<Labels> = z.record(z.string(), z.string())
const share = z.union([z.int(), z.templateLiteral([z.int(), '%'])])

const kind = {
  owner: name.exactOptional(),
  labels,
  image: name,
  phase: z.enum(['pending', 'ready', 'backing-off', 'terminating']),
  restarts: count.exactOptional(),
}
const pod: z.ZodType<PodKind> = z.strictObject(kind)

const deed: z.ZodType<Deed> = z.union([
  z.strictObject({
    ...{ do: z.literal('create'), name, replicas: z.int(), image: name },
    strategy: z.union([
      z.strictObject({ type: z.literal('RollingUpdate'), maxSurge: share, maxUnavailable: share }),
      z.strictObject({ type: z.literal('Recreate') }),
    ]),
  }),
  z.strictObject({ do: z.literal('scale'), name, replicas: z.int() }),
  z.strictObject({ do: z.literal('scale-set'), set: name, replicas: z.int() }),
  z.strictObject({ do: z.literal('set-image'), name, image: name }),
  z.strictObject({ do: z.enum(['pause', 'resume']), name }),
  z.strictObject({
    ...{ do: z.literal('delete'), name },
    propagation: z.enum(['Background', 'Foreground', 'Orphan']),
  }),
  z.strictObject({ do: z.literal('create-pod'), labels, image: name }),
  z.strictObject({ do: z.literal('wait'), seconds: count }),
  z.strictObject({ do: z.enum(['delete-pod', 'tend']), pod }),
  z.strictObject({ do: z.literal('relabel-pod'), pod, labels }),
  z.strictObject({ do: z.literal('tend-all') }),
])

export const caseSchema: z.ZodType<Given> = z.object({
  input: z.strictObject({}) as unknown as z.ZodType<Input>,
  actions: z.array(deed),
})

const deleting = z.literal(true).exactOptional()

export const seenSchema: z.ZodType<Seen> = z.strictObject({
  outcome: z.strictObject({ is: z.enum(['done', 'NotFound', 'AlreadyExists', 'Invalid', 'no-turn']) }),
  view: z.strictObject({
    deployments: z.array(z.strictObject({ name, replicas: count, image: name, deleting })),
    sets: z.array(
      z.strictObject({
        ...{ name, owner: name.exactOptional(), deleting },
        ...{ replicas: count, current: count, ready: count, desired: count, most: count },
      }),
    ),
    pods: z.array(z.strictObject({ ...kind, count })),
  }),
  way: z.strictObject({ most: count, least: count }).nullable(),
})
