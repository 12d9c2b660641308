/**
 * Whether everything in a namespace is at rest: all that controllers tell is true, and nothing waits for the garbage
 * collector. The last thing a controller does may change nothing, so that a moment of silence must follow.
 */
import {
  controllerOf,
  imageOf,
  isReady,
  isTerminating,
  matches,
  type Pod,
  type Thing,
  type Workload,
} from './objects.ts'
import type { Scene } from './scene.ts'

export const atRest = (scene: Scene): boolean => {
  const deployments = [...scene.deployments.values()]
  const sets = [...scene.sets.values()]
  const pods = [...scene.pods.values()]
  const alive = new Set([...deployments, ...sets].map(({ metadata }) => metadata.uid))
  const isCollected = (thing: Thing) =>
    isTerminating(thing) || thing.metadata.ownerReferences.every(({ uid }) => alive.has(uid))
  return (
    deployments.every(
      (each) =>
        deploymentTells(each, sets) &&
        isClaimed(each, sets) &&
        waits(each, sets) &&
        hasNewSet(each, sets, pods),
    ) &&
    sets.every((each) => setTells(each, pods) && isClaimed(each, pods) && waits(each, pods)) &&
    [...sets, ...pods].every(isCollected)
  )
}

const ownOf = <T extends Thing>({ metadata }: Workload, things: readonly T[]): readonly T[] =>
  things.filter((thing) => controllerOf(thing) === metadata.uid)

const deploymentTells = (deployment: Workload, sets: readonly Workload[]): boolean => {
  const own = ownOf(deployment, sets)
  const sum = (of: 'replicas' | 'availableReplicas') =>
    own.reduce((all, { status }) => all + status[of], 0) === deployment.status[of]
  return isObserved(deployment) && sum('replicas') && sum('availableReplicas')
}

/** No status tells that a set for the template is still to be made; with `Recreate` that is when the old Pods are gone. */
const hasNewSet = (deployment: Workload, sets: readonly Workload[], pods: readonly Pod[]): boolean => {
  const own = ownOf(deployment, sets)
  const image = imageOf(deployment)
  return (
    isTerminating(deployment) ||
    deployment.spec.paused ||
    own.some((set) => imageOf(set) === image) ||
    own.some((set) => ownOf(set, pods).length > 0)
  )
}

const setTells = (set: Workload, pods: readonly Pod[]): boolean => {
  const own = ownOf(set, pods).filter((pod) => !isTerminating(pod))
  return (
    isObserved(set) &&
    (isTerminating(set) || set.spec.replicas === own.length) &&
    set.status.replicas === own.length &&
    set.status.availableReplicas === own.filter(isReady).length
  )
}

const isObserved = ({ metadata, status }: Workload): boolean =>
  status.observedGeneration === metadata.generation

/** No stranger that it selects, and none of its own that it does not. */
const isClaimed = (owner: Workload, things: readonly Thing[]): boolean =>
  isTerminating(owner) ||
  things.every((thing) => {
    if (isTerminating(thing)) return true
    const fits = matches(owner.spec.selector.matchLabels, thing)
    const of = controllerOf(thing)
    return of === owner.metadata.uid ? fits : of !== undefined || !fits
  })

/** What is deleted with a finalizer waits for dependents that are going. */
const waits = (owner: Workload, things: readonly Thing[]): boolean => {
  if (!isTerminating(owner)) return true
  const own = ownOf(owner, things)
  return own.length > 0 && own.every(isTerminating)
}
