import type { Deployment, Pod, ReplicaSet, State, Template } from './types.ts'

export const findDeployment = (state: State, name: string): Deployment | undefined =>
  state.deployments.find((each) => each.name === name)

export const setsOf = (state: State, { uid }: Deployment): readonly ReplicaSet[] =>
  state.sets.filter(({ owner }) => owner === uid)

/** As a controller counts them: what is being deleted is no longer there. */
export const activePodsOf = (state: State, { uid }: ReplicaSet): readonly Pod[] =>
  state.pods.filter(({ owner, phase }) => owner === uid && phase !== 'terminating')

/** How many of a Deployment's Pods serve now. */
export const readyOf = (state: State, deployment: Deployment): number =>
  setsOf(state, deployment)
    .flatMap((set) => activePodsOf(state, set))
    .filter(({ phase }) => phase === 'ready').length

const sameTemplate = (a: Template, b: Template): boolean => a.image === b.image

/** Of several with its template the oldest, as `FindNewReplicaSet` takes it. */
export const newSetOf = (sets: readonly ReplicaSet[], { template }: Deployment): ReplicaSet | undefined =>
  sets.find((set) => sameTemplate(set.template, template))

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0)

export const replicasOf = (sets: readonly ReplicaSet[]): number => sum(sets.map(({ replicas }) => replicas))

export const availableOf = (sets: readonly ReplicaSet[]): number =>
  sum(sets.map(({ status }) => status.available))
