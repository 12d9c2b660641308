import { roomFor } from './fenceposts.ts'
import { replicasOf } from './find.ts'
import { selectorOf, withHash } from './labels.ts'
import { annotations } from './resize.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

/** A set for a template that has none. It starts as large as it may be at once. */
export const makeNewSet = (state: State, deployment: Deployment, sets: readonly ReplicaSet[]): Step => {
  const { name, template } = deployment
  const replicas = roomFor(deployment, 0, replicasOf(sets))
  const labels = withHash(selectorOf(name), template)
  const set: ReplicaSet = {
    ...{ uid: state.last + 1, name: `${name}-${template.image}`, owner: deployment.uid },
    ...{ labels, selector: labels, template, replicas },
    ...annotations(deployment),
    status: { replicas: 0, available: 0 },
  }
  return done({ ...state, last: set.uid, sets: [...state.sets, set] }, [
    because('reconcile/new-set', name, { set: set.name, image: template.image, replicas }),
  ])
}
