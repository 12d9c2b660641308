/** One turn of the Deployment controller: adopt, then scale, wait, recreate or roll. `syncDeployment`. */
import { changeSet } from './change.ts'
import { newSetOf, setsOf, sum } from './find.ts'
import { matches, selectorOf } from './labels.ts'
import { recreate } from './recreate.ts'
import { isScaled, rescale } from './rescale.ts'
import { done, type Step } from './result.ts'
import { roll } from './roll.ts'
import { because } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

export const syncDeployment = (before: State, deployment: Deployment): Step => {
  if (deployment.deleting) return done(before)
  const adopted = adoptSets(before, deployment)
  const { state } = adopted
  const next = turn(state, deployment, setsOf(state, deployment), told(before, deployment))
  return { ...next, trace: [...adopted.trace, ...next.trace] }
}

/**
 * What its status says: the Pods of the sets that were its own before this turn. It is written at the end of a turn; that
 * sets may have told anew since is not kept apart.
 */
const told = (before: State, deployment: Deployment): number =>
  sum(setsOf(before, deployment).map(({ status }) => status.replicas))

const turn = (state: State, deployment: Deployment, sets: readonly ReplicaSet[], told: number): Step => {
  if (deployment.paused) {
    const scaled = rescale(state, deployment, sets, told)
    if (newSetOf(sets, deployment)) return scaled
    const paused = because('reconcile/paused', deployment.name, { image: deployment.template.image })
    return { ...scaled, trace: [...scaled.trace, paused] }
  }
  if (isScaled(deployment, sets)) return rescale(state, deployment, sets, told)
  return deployment.strategy.type === 'Recreate'
    ? recreate(state, deployment, sets)
    : roll(state, deployment, sets)
}

/** Sets without an owner whose labels the Deployment selects. A set's labels do not change here, so none is released. */
const adoptSets = (state: State, { uid, name }: Deployment): Step => {
  const orphans = state.sets.filter(
    ({ owner, labels, deleting }) => owner === undefined && !deleting && matches(selectorOf(name), labels),
  )
  return done(
    orphans.reduce((next, set) => changeSet(next, set.uid, { owner: uid }), state),
    orphans.map((set) => because('reconcile/adopt-set', name, { set: set.name })),
  )
}
