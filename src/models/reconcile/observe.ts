/** What a user sees with kubectl, without the names that chance gives: Pods are counted by what tells them apart. */
import { canonicalKey } from '#kit'
import type { Labels, Phase, Pod, State, Uid } from './types.ts'

export type PodsSeen = {
  readonly owner?: string
  readonly labels: Labels
  readonly image: string
  readonly phase: Phase
  /** how often its container was started again, where it was */
  readonly restarts?: number
  readonly count: number
}

export type View = {
  readonly deployments: readonly {
    readonly name: string
    readonly replicas: number
    readonly image: string
    readonly deleting?: true
  }[]
  readonly sets: readonly {
    readonly name: string
    readonly owner?: string
    readonly replicas: number
    readonly current: number
    readonly ready: number
    /** what the Deployment's controller noted on it */
    readonly desired: number
    readonly most: number
    readonly deleting?: true
  }[]
  readonly pods: readonly PodsSeen[]
}

export const observe = (state: State): View => ({
  deployments: state.deployments.map(({ name, replicas, template, deleting }) => ({
    ...{ name, replicas, image: template.image },
    ...(deleting ? { deleting: true } : {}),
  })),
  sets: state.sets
    .map(({ name, owner, replicas, status, desired, most, deleting }) => ({
      ...{ name, replicas, current: status.replicas, ready: status.available, desired, most },
      ...ownerOf(state, owner),
      ...(deleting ? { deleting: true as const } : {}),
    }))
    .toSorted((a, b) => alphabetically(a.name, b.name)),
  pods: countPods(state),
})

const alphabetically = (a: string, b: string): number => (a < b ? -1 : 1)

/** An owner that is gone still has its uid written on what it owned. */
const ownerOf = (state: State, uid: Uid | undefined): { owner?: string } => {
  if (uid === undefined) return {}
  return { owner: [...state.deployments, ...state.sets].find((each) => each.uid === uid)?.name ?? 'gone' }
}

/** All that tells a Pod from another, but for its name. */
export const podKindOf = (state: State, pod: Pod): Omit<PodsSeen, 'count'> => ({
  ...ownerOf(state, pod.owner),
  ...{ labels: pod.labels, image: pod.template.image, phase: pod.phase },
  ...(pod.restarts > 0 ? { restarts: pod.restarts } : {}),
})

const countPods = (state: State): readonly PodsSeen[] => {
  const counts = new Map<string, PodsSeen>()
  for (const pod of state.pods) {
    const kind = podKindOf(state, pod)
    const key = canonicalKey(kind)
    counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts].toSorted(([a], [b]) => alphabetically(a, b)).map(([, seen]) => seen)
}

/** Equal for states that differ in nothing but which of several equal Pods is which. */
export const keyOf = (state: State): string => {
  const unnumbered = <T extends { uid: Uid; owner?: Uid }>({ uid: _, owner, ...rest }: T) => ({
    ...rest,
    ...ownerOf(state, owner),
  })
  return canonicalKey({
    now: state.now,
    deployments: state.deployments.map(unnumbered),
    sets: state.sets.map(unnumbered),
    pods: state.pods.map((pod) => canonicalKey(unnumbered(pod))).toSorted(),
  })
}
