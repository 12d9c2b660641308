/** Objects as rows: each below its owner, and those that nobody owns below all. */
import type { Deployment, Pod, ReplicaSet, State, Uid } from '#models/reconcile'

export type Row =
  | { readonly is: 'deployment'; readonly depth: 0; readonly it: Deployment }
  | { readonly is: 'set'; readonly depth: 0 | 1; readonly it: ReplicaSet }
  | { readonly is: 'pod'; readonly depth: 0 | 1 | 2; readonly it: Pod }

type Depth = Row['depth']

const podsOf = (state: State, owner: Uid | undefined, depth: Depth): readonly Row[] =>
  state.pods.filter((pod) => pod.owner === owner).map((it) => ({ is: 'pod', depth, it }))

const setsOf = (state: State, sets: readonly ReplicaSet[], depth: 0 | 1): readonly Row[] =>
  sets.flatMap((it): readonly Row[] => [
    { is: 'set', depth, it },
    ...podsOf(state, it.uid, depth === 0 ? 1 : 2),
  ])

export const rowsOf = (state: State): readonly Row[] => {
  const { deployments, sets, pods } = state
  const owners = new Set([...deployments, ...sets].map(({ uid }) => uid))
  const isLost = ({ owner }: { readonly owner?: Uid }) => owner === undefined || !owners.has(owner)
  return [
    ...deployments.flatMap((it): readonly Row[] => [
      { is: 'deployment', depth: 0, it },
      ...setsOf(
        state,
        sets.filter(({ owner }) => owner === it.uid),
        1,
      ),
    ]),
    ...setsOf(state, sets.filter(isLost), 0),
    ...pods.filter(isLost).map((it): Row => ({ is: 'pod', depth: 0, it })),
  ]
}

/** What there is, a line an object, Pods counted. */
export const holdings = (state: State, phases: Readonly<Record<Pod['phase'], string>>): readonly string[] =>
  rowsOf(state).flatMap(({ is, it }) => {
    if (is === 'deployment') return [`\`${it.name}\` ${it.replicas}`]
    if (is === 'set') return [`\`${it.name}\` ${it.status.available}/${it.replicas}`]
    return it.phase === 'ready' ? [] : [`Pod ${it.uid}: ${phases[it.phase]}`]
  })
