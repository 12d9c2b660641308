/** Recreate: no Pod of the new template before the last of the old is gone. pkg/controller/deployment/recreate.go. */
import { newSetOf, sum } from './find.ts'
import { makeNewSet } from './make-new-set.ts'
import { resize } from './resize.ts'
import { done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Deployment, ReplicaSet, State } from './types.ts'

export const recreate = (state: State, deployment: Deployment, sets: readonly ReplicaSet[]): Step => {
  const { name, replicas } = deployment
  const fresh = newSetOf(sets, deployment)
  const old = sets.filter(({ uid }) => uid !== fresh?.uid)
  const large = old.filter((set) => set.replicas > 0)
  if (large.length > 0)
    return done(
      large.reduce((next, set) => resize(next, deployment, set, 0), state),
      large.map((set) =>
        because('reconcile/recreate-empties-first', name, { set: set.name, from: set.replicas }),
      ),
    )
  // Those that are still ending count too: what is on the page as `terminating` still runs.
  const owners = new Set(old.map(({ uid }) => uid))
  const running = state.pods.filter(({ owner }) => owner !== undefined && owners.has(owner)).length
  const told = sum(old.map(({ status }) => status.replicas))
  if (running > 0 || told > 0)
    return done(state, [because('reconcile/recreate-waits', name, { pods: Math.max(running, told) })])
  if (!fresh) return makeNewSet(state, deployment, sets)
  const facts = { set: fresh.name, from: fresh.replicas, to: replicas }
  const resized = resize(state, deployment, fresh, replicas)
  if (fresh.replicas > replicas) return done(resized, [because('reconcile/shrink-new', name, facts)])
  if (fresh.replicas < replicas)
    return done(resized, [
      because('reconcile/grow-new', name, { ...facts, wanted: replicas, surge: 0, all: fresh.replicas }),
    ])
  return done(state)
}
