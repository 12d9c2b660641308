/**
 * What conformance does to a cluster, one deed after the other. Pods have no names that two runs share, so a deed says what
 * kind of Pod it means: any of that kind will do. The kubelet sleeps but for the deeds that wake it, so that controllers
 * are met in the middle of their work.
 */
import { podKindOf, type PodsSeen } from './observe.ts'
import type { Step } from './result.ts'
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

/** The uid that no object has. */
const nobody = 0

const onPod = (state: State, deed: Extract<Deed, { do: 'delete-pod' | 'relabel-pod' | 'tend' }>): Step => {
  const wanted = canonicalKey(deed.pod)
  const pod = state.pods.find((each) => canonicalKey(podKindOf(state, each)) === wanted)?.uid ?? nobody
  switch (deed.do) {
    case 'delete-pod':
      return step(state, { do: 'delete-pod', pod })
    case 'relabel-pod':
      return step(state, { do: 'relabel-pod', pod, labels: deed.labels })
    case 'tend':
      return step(state, { do: 'kubelet', uid: pod })
  }
}
