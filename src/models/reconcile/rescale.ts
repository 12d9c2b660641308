/** A user's scaling, or any of a paused Deployment: sizes change, the rollout does not go on. `sync` and `scale`. */
import { newSetOf, replicasOf } from './find.ts'
import { annotations, resize } from './resize.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

/** Told by the note on each set of how many the Deployment wanted when it last scaled it. */
export const isScaled = (deployment: Deployment, sets: readonly ReplicaSet[]): boolean =>
  sets.some(({ replicas, desired }) => replicas > 0 && desired !== deployment.replicas)

/** `told`: how many Pods the Deployment's own status tells of. `getReplicaSetFraction` asks it where a note says 0. */
export const rescale = (
  state: State,
  deployment: Deployment,
  sets: readonly ReplicaSet[],
  told: number,
): Step => {
  const { name, replicas: wanted } = deployment
  const fresh = newSetOf(sets, deployment)
  const active = sets.filter(({ replicas }) => replicas > 0)
  const [first, second] = active
  const only = second ? undefined : (first ?? fresh ?? sets.at(-1))
  if (only) {
    const from = only.replicas
    if (from === wanted) return done(state)
    const trace = [because('reconcile/scale-only', name, { set: only.name, from, to: wanted })]
    return done(resize(state, deployment, only, wanted), trace)
  }
  if (fresh && isSaturated(deployment, fresh)) {
    const old = active.filter(({ uid }) => uid !== fresh.uid)
    return done(
      old.reduce((next, set) => resize(next, deployment, set, 0), state),
      old.map((set) => because('reconcile/empty-old-sets', name, { set: set.name, from: set.replicas })),
    )
  }
  return deployment.strategy.type === 'Recreate' ? done(state) : spread(state, deployment, active, told)
}

const isSaturated = ({ replicas }: Deployment, set: ReplicaSet): boolean =>
  set.replicas === replicas && set.desired === replicas && set.status.available === replicas

/** Each set by its share of what comes or goes, the largest first; what rounding leaves is the largest one's. */
const spread = (state: State, deployment: Deployment, active: readonly ReplicaSet[], told: number): Step => {
  const most = deployment.replicas === 0 ? 0 : annotations(deployment).most
  const change = most - replicasOf(active)
  // Of equals the newer one grows first, and the older one shrinks first.
  const sorted = (change > 0 ? active.toReversed() : active).toSorted((a, b) => b.replicas - a.replicas)
  let left = change
  const shared = sorted.map((set) => {
    const before = set.most || told
    const share = shareOf(deployment, set, before, left)
    left -= share
    return { set, before, to: set.replicas + share }
  })
  const sized = shared.map(({ to, ...each }, at) => ({ ...each, to: at === 0 ? Math.max(0, to + left) : to }))
  const reasons = sized.map(({ set, before, to }) => {
    const facts = { set: set.name, from: set.replicas, to, most, before }
    return to === set.replicas ? [] : [because('reconcile/scale-proportionally', deployment.name, facts)]
  })
  return done(
    sized.reduce((next, { set, to }) => resize(next, deployment, set, to), state),
    reasons.flat(),
  )
}

/** Never more than is left, up or down. */
const shareOf = (deployment: Deployment, set: ReplicaSet, before: number, left: number): number => {
  const share = fractionOf(deployment, set, before)
  if (left > 0) return Math.min(share, left)
  if (left < 0) return Math.max(share, left)
  return 0
}

const fractionOf = (deployment: Deployment, { replicas }: ReplicaSet, before: number): number => {
  if (deployment.replicas === 0) return -replicas
  if (before === 0) return 0
  return Math.round((replicas * annotations(deployment).most) / before) - replicas
}
