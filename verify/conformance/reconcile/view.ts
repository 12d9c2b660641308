/** What there is, in the model's words: hashes and names that chance gives are told by the image they stand for. */
import { canonicalKey } from '#kit'
import type { Labels, Phase, PodKind, View } from '#models/reconcile'
import {
  controllerOf,
  imageOf,
  isReady,
  isTerminating,
  type Pod,
  type Thing,
  type Workload,
} from './objects.ts'
import { hash, type Scene } from './scene.ts'

export const viewOf = (scene: Scene): View => {
  const counts = new Map<string, { kind: PodKind; count: number }>()
  for (const pod of scene.pods.values()) {
    const kind = kindOf(scene, pod)
    const key = canonicalKey(kind)
    counts.set(key, { kind, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return {
    deployments: [...scene.deployments.values()].map((each) => ({
      ...{ name: each.metadata.name, replicas: each.spec.replicas, image: imageOf(each) },
      ...deleting(each),
    })),
    sets: [...scene.sets.values()]
      .map((each) => ({
        ...{ name: nameOf(each), replicas: each.spec.replicas },
        ...{ current: each.status.replicas, ready: each.status.availableReplicas },
        ...{ desired: noteOf(each, 'desired-replicas'), most: noteOf(each, 'max-replicas') },
        ...ownerOf(scene, each),
        ...deleting(each),
      }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    pods: [...counts]
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { kind, count }]) => ({ ...kind, count })),
  }
}

const deleting = (thing: Thing): { deleting?: true } => (isTerminating(thing) ? { deleting: true } : {})

/** What the Deployment's controller wrote on a set. Every set here was made by one; no number is no observation. */
const noteOf = ({ metadata }: Workload, note: 'desired-replicas' | 'max-replicas'): number =>
  Number(metadata.annotations[`deployment.kubernetes.io/${note}`])

/** A set's name ends with a hash; here with what is hashed. */
export const nameOf = (set: Workload): string => `${set.metadata.labels['app'] ?? ''}-${imageOf(set)}`

const ownerOf = (scene: Scene, thing: Thing): { owner?: string } => {
  const uid = controllerOf(thing)
  if (uid === undefined) return {}
  const set = scene.sets.get(uid)
  return { owner: set ? nameOf(set) : (scene.deployments.get(uid)?.metadata.name ?? 'gone') }
}

export const kindOf = (scene: Scene, pod: Pod): PodKind => {
  const restarts = pod.status.containerStatuses[0]?.restartCount ?? 0
  return {
    ...ownerOf(scene, pod),
    labels: told(scene, pod.metadata.labels),
    image: pod.spec.containers[0]?.image ?? '',
    phase: phaseOf(pod),
    ...(restarts > 0 ? { restarts } : {}),
  }
}

const phaseOf = (pod: Pod): Phase => {
  if (isTerminating(pod)) return 'terminating'
  if (isReady(pod)) return 'ready'
  return pod.status.phase === 'Running' ? 'backing-off' : 'pending'
}

const told = ({ images }: Scene, labels: Labels): Labels => {
  const label = labels[hash]
  return label === undefined ? labels : { ...labels, [hash]: images.get(label) ?? label }
}

/** The labels that a cluster must be given for those of the model. */
export const meant = ({ images }: Scene, labels: Labels): Labels => {
  const image = labels[hash]
  const label = [...images].find(([, each]) => each === image)?.[0]
  return image === undefined || label === undefined ? labels : { ...labels, [hash]: label }
}
