/** A user's scaling, or any of a paused Deployment: sizes change, the rollout does not go on. `sync` and `scale`. */
import { fencepostsOf } from './fenceposts.ts'
import { byAge, newSetOf, replicasOf } from './find.ts'
import { annotations, resize } from './resize.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

/** Told by the note on each set of how many the Deployment wanted when it last scaled it. */
export const isScaled = (deployment: Deployment, sets: readonly ReplicaSet[]): boolean =>
  sets.some(
    ({ replicas, desired }) => replicas > 0 && desired !== undefined && desired !== deployment.replicas,
  )

export const rescale = (state: State, deployment: Deployment, sets: readonly ReplicaSet[]): Step => {
  const { name, replicas: wanted } = deployment
  const fresh = newSetOf(sets, deployment)
  const active = sets.filter(({ replicas }) => replicas > 0)
  const only =
    active.length === 0 ? (fresh ?? sets.toSorted(byAge).at(-1)) : active.length === 1 ? active[0] : undefined
  if (only) {
    const from = only.replicas
    if (from === wanted) return done(state)
    const trace = [because('reconcile/scale-only', name, { set: only.name, from, to: wanted })]
    return done(resize(state, deployment, only, wanted), trace)
  }
  if (active.length === 0) return done(state)
  if (fresh && isSaturated(deployment, fresh)) {
    const old = active.filter(({ uid }) => uid !== fresh.uid)
    return done(
      old.reduce((next, set) => resize(next, deployment, set, 0), state),
      old.map((set) => because('reconcile/empty-old-sets', name, { set: set.name, from: set.replicas })),
    )
  }
  return deployment.strategy.type === 'Recreate' ? done(state) : spread(state, deployment, active)
}

const isSaturated = ({ replicas }: Deployment, set: ReplicaSet): boolean =>
  set.replicas === replicas && set.desired === replicas && set.status.available === replicas

/** Each set by its share of what comes or goes; what rounding leaves is the largest one's. */
const spread = (state: State, deployment: Deployment, active: readonly ReplicaSet[]): Step => {
  const most = deployment.replicas === 0 ? 0 : deployment.replicas + fencepostsOf(deployment).surge
  const change = most - replicasOf(active)
  const sorted = active.toSorted(
    (a, b) => b.replicas - a.replicas || (change > 0 ? b.uid - a.uid : a.uid - b.uid),
  )
  let given = 0
  const shares = sorted.map((set) => {
    const share = shareOf(deployment, set, change, given)
    given += share
    return share
  })
  const sizes = sorted.map(({ replicas }, index) =>
    Math.max(0, replicas + (shares[index] ?? 0) + (index === 0 ? change - given : 0)),
  )
  const after = sorted.reduce(
    (next, set, index) => resize(next, deployment, set, sizes[index] ?? set.replicas),
    state,
  )
  const trace = sorted.flatMap((set, index) => {
    const to = sizes[index] ?? set.replicas
    if (to === set.replicas) return []
    const facts = { set: set.name, from: set.replicas, to, most, before: set.most ?? 0 }
    return [because('reconcile/scale-proportionally', deployment.name, facts)]
  })
  return done(after, trace)
}

const shareOf = (deployment: Deployment, set: ReplicaSet, change: number, given: number): number => {
  if (change === 0 || change === given) return 0
  const allowed = change - given
  const share = fractionOf(deployment, set)
  return change > 0 ? Math.min(share, allowed) : Math.max(share, allowed)
}

const fractionOf = (deployment: Deployment, { replicas, most }: ReplicaSet): number => {
  if (deployment.replicas === 0) return -replicas
  if (!most) return 0
  return roundHalfUp((replicas * annotations(deployment).most) / most) - replicas
}

const roundHalfUp = (value: number): number => Math.floor(value + 0.5)
