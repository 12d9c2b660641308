/** A user's request, as the API server answers it. What follows from it is the controllers' doing. */
import { addPods, changeDeployment, changePod, changeSet, remove } from './change.ts'
import { findDeployment } from './find.ts'
import { done, type Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import type { Action, Deployment, Outcome, Share, State, Strategy } from './types.ts'

export const act = (state: State, action: Action): Step => {
  switch (action.do) {
    case 'create':
      return create(state, action)
    case 'create-pod':
      return accept(addPods(state, 1, { labels: action.labels, template: { image: action.image } }), 'pod')
    case 'delete-pod':
    case 'relabel-pod':
      return onPod(state, action)
    case 'scale-set':
      return scaleSet(state, action)
    case 'wait':
      return done({ ...state, now: state.now + action.seconds })
    default: {
      const deployment = findDeployment(state, action.name)
      return deployment ? onDeployment(state, deployment, action) : notFound(state, action.name)
    }
  }
}

const accept = (state: State, subject: string): Step =>
  done(state, [because('reconcile/accepted', subject, { what: 'object' })])

const refuse = (state: State, is: Exclude<Outcome['is'], 'done' | 'no-turn'>, reason: Reason): Step => ({
  state,
  outcome: { is },
  trace: [reason],
})

const notFound = (state: State, name: string): Step =>
  refuse(state, 'NotFound', because('reconcile/not-found', name, { name }))

const create = (state: State, action: Extract<Action, { do: 'create' }>): Step => {
  const { name, replicas, image, strategy } = action
  // What makes no sense is refused before anyone looks whether the name is taken.
  const fault = faultOf(name, replicas, strategy)
  if (fault) return refuse(state, 'Invalid', fault)
  if (findDeployment(state, name))
    return refuse(state, 'AlreadyExists', because('reconcile/already-exists', name, { name }))
  const uid = state.last + 1
  const deployment: Deployment = { uid, name, replicas, template: { image }, strategy, paused: false }
  return accept({ ...state, last: uid, deployments: [...state.deployments, deployment] }, name)
}

const faultOf = (name: string, replicas: number, strategy: Strategy): Reason | undefined => {
  if (replicas < 0) return because('reconcile/invalid', name, { what: 'replicas', replicas })
  if (strategy.type === 'Recreate') return undefined
  const { maxSurge, maxUnavailable } = strategy
  const isNothing = (share: Share) => Number.parseFloat(String(share)) === 0
  return isNothing(maxSurge) && isNothing(maxUnavailable)
    ? because('reconcile/invalid', name, { what: 'surge-and-unavailable', maxSurge, maxUnavailable })
    : undefined
}

const tooFew = (state: State, name: string, replicas: number): Step =>
  refuse(state, 'Invalid', because('reconcile/invalid', name, { what: 'replicas', replicas }))

const scaleSet = (state: State, { set, replicas }: Extract<Action, { do: 'scale-set' }>): Step => {
  const uid = state.sets.find(({ name }) => name === set)?.uid
  if (uid === undefined) return notFound(state, set)
  return replicas < 0 ? tooFew(state, set, replicas) : accept(changeSet(state, uid, { replicas }), set)
}

type OnDeployment = Exclude<
  Action,
  { do: 'create' | 'create-pod' | 'scale-set' | 'delete-pod' | 'relabel-pod' | 'wait' }
>

const onDeployment = (state: State, { uid, name }: Deployment, action: OnDeployment): Step => {
  switch (action.do) {
    case 'scale':
      return action.replicas < 0
        ? tooFew(state, name, action.replicas)
        : accept(changeDeployment(state, uid, { replicas: action.replicas }), name)
    case 'set-image':
      return accept(changeDeployment(state, uid, { template: { image: action.image } }), name)
    case 'pause':
    case 'resume':
      return accept(changeDeployment(state, uid, { paused: action.do === 'pause' }), name)
    case 'delete': {
      const { propagation } = action
      const trace = [because('reconcile/accepted', name, { what: 'deletion', propagation })]
      return propagation === 'Background'
        ? done(remove(state, uid), trace)
        : done(changeDeployment(state, uid, { deleting: propagation }), trace)
    }
  }
}

const onPod = (state: State, action: Extract<Action, { do: 'delete-pod' | 'relabel-pod' }>): Step => {
  const pod = state.pods.find(({ uid }) => uid === action.pod)
  const subject = String(action.pod)
  if (!pod) return notFound(state, subject)
  return action.do === 'delete-pod'
    ? done(changePod(state, pod.uid, { phase: 'terminating' }), [
        because('reconcile/accepted', subject, { what: 'deletion' }),
      ])
    : accept(changePod(state, pod.uid, { labels: action.labels }), subject)
}
