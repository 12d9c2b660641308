/** What one Kubernetes namespace holds, kept from watches, and what was seen of it since `mark`. */
import type { Change } from './api.ts'
import {
  controllerOf,
  imageOf,
  isReady,
  isTerminating,
  kinds,
  type Kind,
  type Pod,
  type Workload,
} from './objects.ts'
import type { Written } from './written.ts'

export type Way = { readonly most: number; readonly least: number }

export type Scene = {
  readonly deployments: ReadonlyMap<string, Workload>
  readonly sets: ReadonlyMap<string, Workload>
  readonly pods: ReadonlyMap<string, Pod>
  /** Of every set there was: the label that the controller gave it, and the image that stands for it. */
  readonly images: ReadonlyMap<string, string>
  readonly hear: (kind: Kind, change: Change) => void
  /** Forgets the way that was seen so far; it begins with how all is now. */
  readonly mark: () => void
  /** null where there was not one living Deployment all the time */
  readonly way: () => Way | null
  /** Whether the watches have told of what was written: this version of an object, or that it is going. */
  readonly knows: (written: Written) => boolean
  /** milliseconds since the last change */
  readonly quiet: () => number
}

export const hash = 'pod-template-hash'

export const openScene = (): Scene => {
  const deployments = new Map<string, Workload>()
  const sets = new Map<string, Workload>()
  const pods = new Map<string, Pod>()
  const images = new Map<string, string>()
  const gone = new Set<string>()
  let heard = performance.now()
  let way: Way | null = null

  const now = (): Way | null => {
    const [only, second] = [...deployments.values()]
    if (!only || second || isTerminating(only)) return null
    const own = [...sets.values()].filter((set) => controllerOf(set) === only.metadata.uid)
    const uids = new Set(own.map(({ metadata }) => metadata.uid))
    const ready = [...pods.values()].filter(
      (pod) => uids.has(controllerOf(pod) ?? '') && !isTerminating(pod) && isReady(pod),
    )
    return { most: own.reduce((sum, { spec }) => sum + spec.replicas, 0), least: ready.length }
  }

  const put = <T>(all: Map<string, T>, uid: string, object: T, { type }: Change): void => {
    if (type !== 'DELETED') all.set(uid, object)
    else {
      all.delete(uid)
      gone.add(uid)
    }
  }

  const knows: Scene['knows'] = (written) => {
    const { uid } = written
    const thing = deployments.get(uid) ?? sets.get(uid) ?? pods.get(uid)
    if (!thing) return gone.has(uid)
    return 'is' in written
      ? written.is === 'going' && isTerminating(thing)
      : BigInt(thing.metadata.resourceVersion) >= BigInt(written.version)
  }

  const hear: Scene['hear'] = (kind, change) => {
    heard = performance.now()
    if (kind === 'pods') {
      const pod = kinds.pods.parse(change.object)
      put(pods, pod.metadata.uid, pod, change)
    } else {
      const workload = kinds[kind].parse(change.object)
      put(kind === 'deployments' ? deployments : sets, workload.metadata.uid, workload, change)
      const label = workload.metadata.labels[hash]
      if (kind === 'replicasets' && label !== undefined) images.set(label, imageOf(workload))
    }
    const seen = now()
    way = way && seen ? { most: Math.max(way.most, seen.most), least: Math.min(way.least, seen.least) } : null
  }

  return {
    ...{ deployments, sets, pods, images, hear, knows },
    mark: () => void (way = now()),
    way: () => way,
    quiet: () => performance.now() - heard,
  }
}
