/** What a user sees with kubectl, without the names that chance gives: Pods are counted by what tells them apart. */
import { canonicalKey } from '#kit'
import type { Labels, Phase, State, Uid } from './types.ts'

export type PodsSeen = {
  readonly owner: string | undefined
  readonly labels: Labels
  readonly image: string
  readonly phase: Phase
  readonly count: number
}

export type View = {
  readonly deployments: readonly {
    readonly name: string
    readonly replicas: number
    readonly image: string
  }[]
  readonly sets: readonly {
    readonly name: string
    readonly owner: string | undefined
    readonly replicas: number
    readonly ready: number
  }[]
  readonly pods: readonly PodsSeen[]
}

export const observe = (state: State): View => ({
  deployments: state.deployments.map(({ name, replicas, template }) => ({
    name,
    replicas,
    image: template.image,
  })),
  sets: state.sets
    .map(({ name, owner, replicas, status }) => ({
      ...{ name, owner: nameOf(state, owner), replicas },
      ready: status.available,
    }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  pods: countPods(state),
})

/** An owner that is gone still has its uid written on what it owned. */
const nameOf = (state: State, uid: Uid | undefined): string | undefined =>
  uid === undefined
    ? undefined
    : ([...state.deployments, ...state.sets].find((each) => each.uid === uid)?.name ?? 'gone')

const countPods = (state: State): readonly PodsSeen[] => {
  const counts = new Map<string, PodsSeen>()
  for (const { owner, labels, template, phase } of state.pods) {
    const kind = { owner: nameOf(state, owner), labels, image: template.image, phase }
    const key = canonicalKey(kind)
    counts.set(key, { ...kind, count: (counts.get(key)?.count ?? 0) + 1 })
  }
  return [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, seen]) => seen)
}

/** Equal for states that differ in nothing but which of several equal Pods is which. */
export const keyOf = (state: State): string => {
  const owners = [...state.deployments, ...state.sets].map(({ uid }) => uid)
  const place = (uid: Uid | undefined) => (uid === undefined ? undefined : owners.indexOf(uid))
  const pods = state.pods.map(({ uid: _, owner, ...rest }) => canonicalKey({ ...rest, owner: place(owner) }))
  const rest = { now: state.now, deployments: state.deployments, sets: state.sets }
  const unnumbered = JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === 'uid' || key === 'owner' ? undefined : value)),
  ) as object
  const ownersOfSets = state.sets.map(({ owner }) => place(owner))
  return canonicalKey({ ...unnumbered, ownersOfSets, pods: pods.toSorted() })
}
