import { changeSet } from './change.ts'
import { fencepostsOf } from './fenceposts.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

/** What a Deployment's controller notes on each set that it scales, and later tells a user's scaling by. */
export const annotations = (deployment: Deployment): { desired: number; most: number } => ({
  desired: deployment.replicas,
  most: deployment.replicas + fencepostsOf(deployment).surge,
})

/** A set that has that size and those notes already is left alone. */
export const resize = (state: State, deployment: Deployment, set: ReplicaSet, replicas: number): State => {
  const notes = annotations(deployment)
  const same = set.replicas === replicas && set.desired === notes.desired && set.most === notes.most
  return same ? state : changeSet(state, set.uid, { replicas, ...notes })
}
