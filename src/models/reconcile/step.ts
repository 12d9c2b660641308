import { act } from './act.ts'
import { syncDeployment } from './deployment-controller.ts'
import { collect } from './garbage-collector.ts'
import { tend } from './kubelet.ts'
import { syncSet, victimsOf } from './replicaset-controller.ts'
import type { Step } from './result.ts'
import type { Move, State, Turn } from './types.ts'

export const init = (): State => ({ now: 0, last: 0, deployments: [], sets: [], pods: [] })

/** A request has names, a turn the uid of what it is about. */
export const isTurn = (move: Move): move is Turn => 'uid' in move

export const step = (state: State, move: Move): Step => (isTurn(move) ? take(state, move) : act(state, move))

const take = (state: State, turn: Turn): Step => {
  const nobody: Step = { state, outcome: { is: 'no-turn' }, trace: [] }
  switch (turn.do) {
    case 'deployment-controller': {
      const deployment = state.deployments.find(({ uid }) => uid === turn.uid)
      return deployment ? syncDeployment(state, deployment) : nobody
    }
    case 'replicaset-controller': {
      const set = state.sets.find(({ uid }) => uid === turn.uid)
      return set ? syncSet(state, set, turn.victims) : nobody
    }
    case 'garbage-collector':
      return collect(state, turn.uid)
    case 'kubelet': {
      const pod = state.pods.find(({ uid }) => uid === turn.uid)
      return pod ? tend(state, pod) : nobody
    }
  }
}

/** All that could have a turn; most would find nothing to do. */
const possible = (state: State): readonly Turn[] => [
  ...state.deployments.map(({ uid }): Turn => ({ do: 'deployment-controller', uid })),
  ...state.sets.flatMap((set) =>
    victimsOf(state, set).map((victims): Turn => ({ do: 'replicaset-controller', uid: set.uid, victims })),
  ),
  ...[...state.deployments, ...state.sets, ...state.pods].map(({ uid }): Turn => ({
    do: 'garbage-collector',
    uid,
  })),
  ...state.pods.map(({ uid }): Turn => ({ do: 'kubelet', uid })),
]

export type Taken = { readonly turn: Turn; readonly step: Step }

/** What everyone would do if it had its turn now, those who would do nothing too: they may have a reason. */
export const consider = (state: State): readonly Taken[] =>
  possible(state).map((turn) => ({ turn, step: take(state, turn) }))

/** The turns that change something, and what they give. */
export const changing = (state: State): readonly Taken[] =>
  consider(state).filter(({ step }) => step.state !== state)

export const enabled = (state: State): readonly Turn[] => changing(state).map(({ turn }) => turn)
