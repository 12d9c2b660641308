/** What a rolling update promises on its way, in every state that can be seen: never above surge, never below available. */
import { replicasOf, setsOf } from './find.ts'
import { fencepostsOf } from './fenceposts.ts'
import type { Deployment, State } from './types.ts'

type Invariant = (state: State, deployment: Deployment) => boolean

const all: Readonly<Record<string, Invariant>> = {
  'sets never want more than replicas and surge': (state, deployment) =>
    deployment.deleting !== undefined ||
    replicasOf(setsOf(state, deployment)) <= deployment.replicas + fencepostsOf(deployment).surge,
  'every set is named once': (state) =>
    new Set(state.sets.map(({ name }) => name)).size === state.sets.length,
  // The oldest is found by its place.
  'each kind stands in the order in which it was made': ({ deployments, sets, pods }) =>
    [deployments, sets, pods].every((things) =>
      things.every(({ uid }, at) => at === 0 || uid > (things[at - 1]?.uid ?? uid)),
    ),
}

/** The names of those that do not hold. Only for states whose Deployments were not scaled or adopted on the way. */
export const invariants = (state: State): readonly string[] =>
  Object.keys(all).filter((name) => state.deployments.some((each) => all[name]?.(state, each) === false))

/** The fewest ready Pods that a Deployment's strategy allows. */
export const leastReady = (deployment: Deployment): number =>
  deployment.replicas - fencepostsOf(deployment).unavailable
