/**
 * A rolling update's turn: the new set grows as far as surge lets it, or else old sets shrink as far as availability
 * lets them. pkg/controller/deployment/rolling.go.
 */
import { fencepostsOf, roomFor } from './fenceposts.ts'
import { availableOf, newSetOf, replicasOf } from './find.ts'
import { makeNewSet } from './make-new-set.ts'
import { resize } from './resize.ts'
import { done, type Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

export const roll = (state: State, deployment: Deployment, sets: readonly ReplicaSet[]): Step => {
  const fresh = newSetOf(sets, deployment)
  if (!fresh) return makeNewSet(state, deployment, sets)
  const old = sets.filter(({ uid }) => uid !== fresh.uid)
  return (
    reconcileNew(state, deployment, fresh, sets) ?? reconcileOld(state, deployment, fresh, old) ?? done(state)
  )
}

const reconcileNew = (
  state: State,
  deployment: Deployment,
  fresh: ReplicaSet,
  sets: readonly ReplicaSet[],
): Step | undefined => {
  const { replicas: wanted } = deployment
  const from = fresh.replicas
  if (from > wanted)
    return done(resize(state, deployment, fresh, wanted), [
      because('reconcile/shrink-new', deployment.name, { set: fresh.name, from, to: wanted }),
    ])
  const all = replicasOf(sets)
  const room = roomFor(deployment, from, all)
  if (room === 0) return undefined
  const { surge } = fencepostsOf(deployment)
  return done(resize(state, deployment, fresh, from + room), [
    because('reconcile/grow-new', deployment.name, {
      ...{ set: fresh.name, from, to: from + room },
      ...{ wanted, surge, all },
    }),
  ])
}

/** Unready ones go first, since nobody misses them; then as many as are available beyond the least. */
const reconcileOld = (
  state: State,
  deployment: Deployment,
  fresh: ReplicaSet,
  old: readonly ReplicaSet[],
): Step | undefined => {
  if (replicasOf(old) === 0) return undefined
  const all = replicasOf(old) + fresh.replicas
  const least = deployment.replicas - fencepostsOf(deployment).unavailable
  const unready = fresh.replicas - fresh.status.available
  const spare = all - least - unready
  const surge = refusal(deployment, fresh, all)
  const available = availableOf([...old, fresh])
  const kept = because('reconcile/keep-available', deployment.name, { available, least, unready, all })
  if (spare <= 0) return done(state, [...surge, kept])

  const unreadyGone = shrink(state, deployment, old, spare, (set) => set.replicas - set.status.available)
  const cleaned = unreadyGone.state
  const left = old.map((set) => cleaned.sets.find(({ uid }) => uid === set.uid) ?? set)
  const shrunk = shrink(cleaned, deployment, left, available - least, ({ replicas }) => replicas)
  const trace: Reason[] = [
    ...unreadyGone.scaled.map((scaled) => because('reconcile/drop-unready-old', deployment.name, scaled)),
    ...shrunk.scaled.map((scaled) =>
      because('reconcile/shrink-old', deployment.name, { ...scaled, available, least }),
    ),
  ]
  return done(shrunk.state, trace)
}

/** Why the new set does not grow, where it would. */
const refusal = (deployment: Deployment, fresh: ReplicaSet, all: number): Reason[] => {
  const { replicas: wanted } = deployment
  if (fresh.replicas >= wanted) return []
  const { surge } = fencepostsOf(deployment)
  return [because('reconcile/surge-spent', deployment.name, { set: fresh.name, wanted, surge, all })]
}

type Scaled = { set: string; from: number; to: number; available: number }

/** The oldest first, each by as much as it may give, until so many are gone. */
const shrink = (
  state: State,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  most: number,
  gives: (set: ReplicaSet) => number,
): { state: State; scaled: readonly Scaled[] } => {
  const scaled: Scaled[] = []
  let next = state
  let left = most
  for (const set of sets) {
    const count = Math.min(left, gives(set))
    if (count <= 0) continue
    const to = set.replicas - count
    next = resize(next, deployment, set, to)
    left -= count
    scaled.push({ set: set.name, from: set.replicas, to, available: set.status.available })
  }
  return { state: next, scaled }
}
