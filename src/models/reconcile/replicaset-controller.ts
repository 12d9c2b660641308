/** One turn of the ReplicaSet controller: claim Pods, make or take some, tell how many there are. `syncReplicaSet`. */
import { addPods, changePod, changeSet, release } from './change.ts'
import { activePodsOf } from './find.ts'
import { matches } from './labels.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { ReplicaSet, State, Uid } from './types.ts'
import { choicesOf } from './victims.ts'

/** What a turn could take, one choice after the other; a single empty one where it need not. */
export const victimsOf = (before: State, set: ReplicaSet): readonly (readonly Uid[])[] => {
  const { state } = claim(before, set)
  const pods = activePodsOf(state, set)
  return set.deleting ? [[]] : choicesOf(pods, pods.length - set.replicas)
}

export const syncSet = (before: State, set: ReplicaSet, victims: readonly Uid[]): Step => {
  const claimed = claim(before, set)
  const pods = activePodsOf(claimed.state, set)
  const managed = manage(claimed.state, set, pods.length, victims)
  // Of before its own deeds, as the real one counts; what it made and took it sees the next time.
  const available = pods.filter(({ phase }) => phase === 'ready').length
  const state = tell(managed.state, set, { replicas: pods.length, available })
  return { ...managed, state, trace: [...claimed.trace, ...managed.trace] }
}

const tell = (state: State, set: ReplicaSet, status: ReplicaSet['status']): State =>
  set.status.replicas === status.replicas && set.status.available === status.available
    ? state
    : changeSet(state, set.uid, { status })

const manage = (state: State, set: ReplicaSet, has: number, victims: readonly Uid[]): Step => {
  const wants = set.replicas
  if (set.deleting)
    return done(
      state,
      has === wants ? [] : [because('reconcile/deleted-owner-rests', set.name, { has, wants })],
    )
  if (has < wants)
    return done(addPods(state, wants - has, { owner: set.uid, labels: set.labels, template: set.template }), [
      because('reconcile/make-pods', set.name, { has, wants }),
    ])
  if (has > wants) {
    const taken = state.pods.filter(({ uid }) => victims.includes(uid))
    const facts = { has, wants, unready: taken.filter(({ phase }) => phase !== 'ready').length }
    return done(
      taken.reduce((next, { uid }) => changePod(next, uid, { phase: 'terminating' }), state),
      [because('reconcile/take-pods', set.name, facts)],
    )
  }
  return done(state)
}

/** Orphans that the selector takes are adopted, own ones that it no longer takes are let go. */
const claim = (state: State, set: ReplicaSet): Step => {
  if (set.deleting) return done(state)
  const fits = (labels: ReplicaSet['labels']) => matches(set.selector, labels)
  const alive = state.pods.filter(({ phase }) => phase !== 'terminating')
  const orphans = alive.filter(({ owner, labels }) => owner === undefined && fits(labels))
  const strangers = alive.filter(({ owner, labels }) => owner === set.uid && !fits(labels))
  const adopted = orphans.reduce((next, { uid }) => changePod(next, uid, { owner: set.uid }), state)
  return done(
    strangers.reduce((next, { uid }) => release(next, uid), adopted),
    [
      ...orphans.map(({ uid, labels }) => because('reconcile/adopt-pod', set.name, { pod: uid, labels })),
      ...strangers.map(({ uid, labels }) => because('reconcile/release-pod', set.name, { pod: uid, labels })),
    ],
  )
}
