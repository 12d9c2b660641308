/**
 * What conformance does to a cluster, one deed after the other. Pods have no names that two runs share, so a deed says what
 * kind of Pod it means: any of that kind will do. The kubelet sleeps but for the deeds that wake it, so that controllers
 * are met in the middle of their work.
 */
import { podKindOf, type PodsSeen } from './observe.ts'
import type { Step } from './result.ts'
import { because } from './rules.ts'
import { canonicalKey } from '#kit'
import { step } from './step.ts'
import type { Action, Labels, State } from './types.ts'

export type PodKind = Omit<PodsSeen, 'count'>

export type Deed =
  | Exclude<Action, { do: 'delete-pod' | 'relabel-pod' }>
  | { readonly do: 'delete-pod'; readonly pod: PodKind }
  | { readonly do: 'relabel-pod'; readonly pod: PodKind; readonly labels: Labels }
  /** one turn of the kubelet, for one Pod */
  | { readonly do: 'tend'; readonly pod: PodKind }
  /** the kubelet is awake until all is at rest */
  | { readonly do: 'tend-all' }

/** The deed alone; what follows from it is the controllers' doing. */
export const perform = (state: State, deed: Deed): Step => {
  switch (deed.do) {
    case 'tend-all':
      return { state, outcome: { is: 'done' }, trace: [] }
    case 'delete-pod':
    case 'relabel-pod':
    case 'tend':
      return onPod(state, deed)
    default:
      return step(state, deed)
  }
}

const onPod = (state: State, deed: Extract<Deed, { do: 'delete-pod' | 'relabel-pod' | 'tend' }>): Step => {
  const wanted = canonicalKey(deed.pod)
  const uid = state.pods.find((pod) => canonicalKey(podKindOf(state, pod)) === wanted)?.uid
  if (uid === undefined)
    return {
      state,
      outcome: { is: 'NotFound' },
      trace: [because('reconcile/not-found', 'pod', { name: 'pod' })],
    }
  switch (deed.do) {
    case 'delete-pod':
      return step(state, { do: 'delete-pod', pod: uid })
    case 'relabel-pod':
      return step(state, { do: 'relabel-pod', pod: uid, labels: deed.labels })
    case 'tend':
      return step(state, { do: 'kubelet', uid })
  }
}
