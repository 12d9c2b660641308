/** One turn of the Deployment controller: adopt, then scale, wait, recreate or roll. `syncDeployment`. */
import { changeSet } from './change.ts'
import { newSetOf, setsOf } from './find.ts'
import { matches, selectorOf } from './labels.ts'
import { recreate } from './recreate.ts'
import { isScaled, rescale } from './rescale.ts'
import { done, type Step } from './result.ts'
import { roll } from './roll.ts'
import { because } from './rules.ts'
import type { Deployment, State } from './types.ts'

export const syncDeployment = (before: State, deployment: Deployment): Step => {
  if (deployment.deleting) return done(before)
  const adopted = adoptSets(before, deployment)
  const { state } = adopted
  const sets = setsOf(state, deployment)
  const next = turn(state, deployment, sets)
  return { ...next, trace: [...adopted.trace, ...next.trace] }
}

const turn = (state: State, deployment: Deployment, sets: ReturnType<typeof setsOf>): Step => {
  if (deployment.paused) {
    const scaled = rescale(state, deployment, sets)
    return newSetOf(sets, deployment)
      ? scaled
      : {
          ...scaled,
          trace: [
            ...scaled.trace,
            because('reconcile/paused', deployment.name, { image: deployment.template.image }),
          ],
        }
  }
  if (isScaled(deployment, sets)) return rescale(state, deployment, sets)
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
