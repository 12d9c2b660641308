/** What a rolling update promises on its way, in every state that can be seen: never above surge, never below available. */
import { activePodsOf, replicasOf, setsOf } from './find.ts'
import { fencepostsOf } from './fenceposts.ts'
import type { Deployment, State } from './types.ts'

type Invariant = (state: State, deployment: Deployment) => boolean

const podsOf = (state: State, deployment: Deployment) =>
  setsOf(state, deployment).flatMap((set) => activePodsOf(state, set))

const all: Readonly<Record<string, Invariant>> = {
  'sets never want more than replicas and surge': (state, deployment) =>
    deployment.deleting !== undefined ||
    replicasOf(setsOf(state, deployment)) <= deployment.replicas + fencepostsOf(deployment).surge,
  'every set is named once': (state) =>
    new Set(state.sets.map(({ name }) => name)).size === state.sets.length,
}

/** The names of those that do not hold. Only for states whose Deployments were not scaled or adopted on the way. */
export const invariants = (state: State): readonly string[] =>
  Object.keys(all).filter((name) => state.deployments.some((each) => all[name]?.(state, each) === false))

/** How many of a Deployment's Pods are ready, and the fewest that its strategy allows. */
export const availability = (state: State, deployment: Deployment): { ready: number; least: number } => ({
  ready: podsOf(state, deployment).filter(({ phase }) => phase === 'ready').length,
  least:
    deployment.strategy.type === 'Recreate' ? 0 : deployment.replicas - fencepostsOf(deployment).unavailable,
})
