/** What the reader can break: the Deployment, its set, any Pod. */
import { useState } from 'preact/hooks'
import { hashKey, type Action, type Propagation, type State } from '#models/reconcile'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly state: State
  readonly act: (action: Action) => void
  readonly labels: Labels
}

const name = 'web'
const sizes = [0, 1, 2, 3, 4]
const images = ['v1', 'v2', 'broken']
const propagations: readonly Propagation[] = ['Background', 'Foreground', 'Orphan']

/** A value, and a button that does something with it. */
const Doing = <V extends string | number>(props: {
  readonly label: string
  readonly values: readonly V[]
  readonly verb: string
  readonly act: (value: V) => void
}) => {
  const { label, values, verb, act } = props
  const [value, choose] = useState<V>()
  const chosen = values.find((each) => each === value) ?? values.at(-1)
  return (
    <span class="pair">
      <Choice label={label} values={values} value={chosen} choose={(picked) => choose(() => picked)} />
      <button
        type="button"
        aria-label={`${label}: ${verb}`}
        disabled={chosen === undefined}
        onClick={() => chosen !== undefined && act(chosen)}
      >
        {verb}
      </button>
    </span>
  )
}

const create: Action = {
  ...{ do: 'create', name, replicas: 2, image: 'v1' },
  strategy: { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 },
}

const OfDeployment = ({ state, act, labels }: Props) => {
  const deployment = state.deployments.find((each) => each.name === name)
  if (!deployment)
    return (
      <p class="choices">
        {labels.deployment}{' '}
        <button type="button" onClick={() => act(create)}>
          {labels.create}
        </button>
      </p>
    )
  const { paused, deleting } = deployment
  return (
    <div class="choices">
      {labels.deployment}
      <Doing
        label={labels.scale}
        values={sizes}
        verb={labels.set}
        act={(replicas) => act({ do: 'scale', name, replicas })}
      />
      <Doing
        label={labels.image}
        values={images}
        verb={labels.set}
        act={(image) => act({ do: 'set-image', name, image })}
      />
      <button type="button" onClick={() => act({ do: paused ? 'resume' : 'pause', name })}>
        {paused ? labels.resume : labels.pause}
      </button>
      {deleting ? null : (
        <Doing
          label={labels.remove}
          values={propagations}
          verb={labels.remove}
          act={(propagation) => act({ do: 'delete', name, propagation })}
        />
      )}
    </div>
  )
}

const OfSets = ({ state, act, labels }: Props) => (
  <>
    {state.sets.map(({ uid, name: set }) => (
      <div key={uid} class="choices">
        ReplicaSet {set}
        <Doing
          label={labels.scale}
          values={sizes}
          verb={labels.set}
          act={(replicas) => act({ do: 'scale-set', set, replicas })}
        />
      </div>
    ))}
  </>
)

const OfPods = ({ state, act, labels }: Props) => {
  const pods = state.pods.filter(({ phase }) => phase !== 'terminating')
  const [wanted, choose] = useState<number>()
  const pod = pods.find(({ uid }) => uid === wanted) ?? pods[0]
  if (!pod) return null
  const label = (to: Labels['takeLabel'], given: Readonly<Record<string, string>>) => (
    <button type="button" onClick={() => act({ do: 'relabel-pod', pod: pod.uid, labels: given })}>
      {to}
    </button>
  )
  return (
    <div class="choices">
      <Choice label={labels.pod} values={pods.map(({ uid }) => uid)} value={pod.uid} choose={choose} />
      <button type="button" onClick={() => act({ do: 'delete-pod', pod: pod.uid })}>
        {labels.remove}
      </button>
      {label(labels.takeLabel, { app: 'debug' })}
      {label(labels.giveLabel, { app: name, [hashKey]: pod.template.image })}
    </div>
  )
}

/** Nobody waits for a back-off. */
const Wait = ({ state, act, labels }: Props) => {
  const due = state.pods.flatMap(({ startsAt, phase }) =>
    phase === 'backing-off' && startsAt !== undefined ? [startsAt - state.now] : [],
  )
  const seconds = Math.min(...due)
  return due.length > 0 && seconds > 0 ? (
    <p class="choices">
      <button type="button" onClick={() => act({ do: 'wait', seconds })}>
        {labels.wait(seconds)}
      </button>
    </p>
  ) : null
}

export const Actions = (props: Props) => (
  <>
    <OfDeployment {...props} />
    <OfSets {...props} />
    <OfPods {...props} />
    <Wait {...props} />
  </>
)
