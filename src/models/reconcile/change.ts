import type { Deployment, Pod, ReplicaSet, State, Uid } from './types.ts'

const replace = <T extends { uid: Uid }>(
  all: readonly T[],
  uid: Uid,
  change: (each: T) => T | undefined,
): readonly T[] => all.flatMap((each) => (each.uid === uid ? (change(each) ?? []) : [each]))

export const changeDeployment = (state: State, uid: Uid, change: Partial<Deployment>): State => ({
  ...state,
  deployments: replace(state.deployments, uid, (each) => ({ ...each, ...change })),
})

export const changeSet = (state: State, uid: Uid, change: Partial<ReplicaSet>): State => ({
  ...state,
  sets: replace(state.sets, uid, (each) => ({ ...each, ...change })),
})

export const changePod = (state: State, uid: Uid, change: Partial<Pod>): State => ({
  ...state,
  pods: replace(state.pods, uid, (each) => ({ ...each, ...change })),
})

/** Of a kind of object that is gone at once; a Pod's containers take their time. */
export const remove = (state: State, uid: Uid): State => ({
  ...state,
  deployments: state.deployments.filter((each) => each.uid !== uid),
  sets: state.sets.filter((each) => each.uid !== uid),
  pods: state.pods.filter((each) => each.uid !== uid),
})

/** Of all sets that it owns. */
export const dropOwner = (state: State, owner: Uid): State => ({
  ...state,
  sets: state.sets.map((each) => (each.owner === owner ? without(each) : each)),
})

const without = <T extends { owner?: Uid }>({ owner: _, ...rest }: T): Omit<T, 'owner'> => rest

export const release = (state: State, pod: Uid): State => ({
  ...state,
  pods: replace(state.pods, pod, without),
})

export const addPods = (
  state: State,
  count: number,
  make: Omit<Pod, 'uid' | 'phase' | 'restarts'>,
): State => ({
  ...state,
  last: state.last + count,
  pods: [
    ...state.pods,
    ...Array.from({ length: count }, (_, index): Pod => ({
      ...make,
      uid: state.last + 1 + index,
      phase: 'pending',
      restarts: 0,
    })),
  ],
})
