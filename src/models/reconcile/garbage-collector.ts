/** One turn of the garbage collector, for one object: whose owner is gone, or which is deleted with a finalizer. */
import { changePod, changeSet, dropOwner, remove } from './change.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Deployment, Pod, ReplicaSet, State, Uid } from './types.ts'

export const collect = (state: State, uid: Uid): Step => {
  const owner = [...state.deployments, ...state.sets].find((each) => each.uid === uid)
  if (owner?.deleting === 'Orphan') return orphan(state, owner)
  if (owner?.deleting === 'Foreground') return collectForeground(state, owner)
  const set = state.sets.find((each) => each.uid === uid)
  if (set && isOwnerGone(state, set)) return takeSet(state, set)
  const pod = state.pods.find((each) => each.uid === uid)
  if (pod && pod.phase !== 'terminating' && isOwnerGone(state, pod)) return takePod(state, pod)
  return done(state)
}

const isOwnerGone = (state: State, { owner }: { owner?: Uid }): boolean =>
  owner !== undefined && ![...state.deployments, ...state.sets].some(({ uid }) => uid === owner)

const takeSet = (state: State, set: ReplicaSet): Step =>
  done(remove(state, set.uid), [because('reconcile/owner-gone', set.name, { kind: 'ReplicaSet' })])

const takePod = (state: State, { uid }: Pod): Step =>
  done(changePod(state, uid, { phase: 'terminating' }), [
    because('reconcile/owner-gone', String(uid), { kind: 'Pod' }),
  ])

const orphan = (state: State, { uid, name }: Deployment): Step => {
  const dependents = dependentsOf(state, uid).length
  return done(remove(dropOwner(state, uid), uid), [
    because('reconcile/orphan-dependents', name, { dependents }),
  ])
}

/** Sets are deleted in the foreground too; the owner goes when nothing that it owned is left. */
const collectForeground = (state: State, { uid, name }: Deployment | ReplicaSet): Step => {
  const dependents = dependentsOf(state, uid)
  if (dependents.length === 0) return done(remove(state, uid), [because('reconcile/owner-last', name, {})])
  const sets = state.sets.filter(({ owner, deleting }) => owner === uid && !deleting)
  const pods = state.pods.filter(({ owner, phase }) => owner === uid && phase !== 'terminating')
  const marked = sets.reduce((next, set) => changeSet(next, set.uid, { deleting: 'Foreground' }), state)
  return done(
    pods.reduce((next, pod) => changePod(next, pod.uid, { phase: 'terminating' }), marked),
    [because('reconcile/dependents-first', name, { left: dependents.length })],
  )
}

const dependentsOf = (state: State, uid: Uid): readonly { uid: Uid }[] =>
  [...state.sets, ...state.pods].filter(({ owner }) => owner === uid)
