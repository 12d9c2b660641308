/** As much of Kubernetes' objects as is looked at here. */
import { z } from 'astro/zod'

const text = z.string()
const owner = z.looseObject({ kind: text, name: text, uid: text, controller: z.boolean().optional() })

const metadata = z.looseObject({
  ...{ name: text, namespace: text, uid: text, resourceVersion: text },
  generation: z.number().default(0),
  creationTimestamp: text.default('1970-01-01T00:00:00Z'),
  labels: z.record(text, text).default({}),
  annotations: z.record(text, text).default({}),
  ownerReferences: z.array(owner).default([]),
  finalizers: z.array(text).default([]),
  deletionTimestamp: text.optional(),
})

const template = z.looseObject({
  metadata: z.looseObject({ labels: z.record(text, text).default({}) }),
  spec: z.looseObject({ containers: z.array(z.looseObject({ image: text })) }),
})

const count = z.number().default(0)
const status = z.looseObject({
  observedGeneration: count,
  replicas: count,
  readyReplicas: count,
  availableReplicas: count,
})

const workload = z.looseObject({
  replicas: z.number(),
  selector: z.looseObject({ matchLabels: z.record(text, text).default({}) }),
  template,
  paused: z.boolean().default(false),
})

export const kinds = {
  deployments: z.looseObject({ metadata, spec: workload, status }),
  replicasets: z.looseObject({ metadata, spec: workload, status }),
  pods: z.looseObject({
    metadata,
    spec: z.looseObject({ containers: z.array(z.looseObject({ image: text })) }),
    status: z.looseObject({
      phase: text,
      conditions: z.array(z.looseObject({ type: text, status: text })).default([]),
      containerStatuses: z.array(z.looseObject({ restartCount: z.number() })).default([]),
    }),
  }),
} as const

export type Kind = keyof typeof kinds
export type Workload = z.infer<typeof kinds.replicasets>
export type Pod = z.infer<typeof kinds.pods>
export type Thing = Workload | Pod

export const pathOf: Readonly<Record<Kind, string>> = {
  deployments: '/apis/apps/v1',
  replicasets: '/apis/apps/v1',
  pods: '/api/v1',
}

export const controllerOf = ({ metadata }: Thing): string | undefined =>
  metadata.ownerReferences.find(({ controller }) => controller)?.uid

export const isTerminating = ({ metadata }: Thing): boolean => metadata.deletionTimestamp !== undefined

export const isReady = ({ status }: Pod): boolean =>
  status.conditions.some(({ type, status }) => type === 'Ready' && status === 'True')

export const matches = (selector: Readonly<Record<string, string>>, { metadata }: Thing): boolean =>
  Object.entries(selector).every(([key, value]) => metadata.labels[key] === value)

export const imageOf = ({ spec }: Workload): string => spec.template.spec.containers[0]?.image ?? ''
