import { useState } from 'preact/hooks'
import { kinds, observe, type Action, type Kind, type Process, type State } from '#models/namespaces'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly state: State
  readonly actor: Process
  readonly act: (action: Action) => void
  readonly labels: Labels
}

const Kinds = ({
  wanted,
  want,
  labels,
}: {
  readonly wanted: readonly Kind[]
  readonly want: (kinds: readonly Kind[]) => void
  readonly labels: Labels
}) => (
  <fieldset class="choices">
    <legend>{labels.actions.kinds}</legend>
    {kinds.map((kind) => (
      <label key={kind}>
        <input
          type="checkbox"
          checked={wanted.includes(kind)}
          onChange={({ currentTarget: { checked } }) =>
            want(kinds.filter((one) => (one === kind ? checked : wanted.includes(one))))
          }
        />{' '}
        {kind}
      </label>
    ))}
  </fieldset>
)

/** Whatever the kernel would let a process try. */
export const Actions = ({ state, actor, act, labels }: Props) => {
  const [wanted, want] = useState<readonly Kind[]>(['uts', 'net'])
  const [chosen, choose] = useState<number>()
  const seen = observe(state).find(({ namespace }) => namespace === actor.namespace)?.ps ?? []
  const target = seen.find(({ pid }) => pid === chosen)?.pid ?? seen.at(-1)?.pid ?? 1
  const by = actor.id
  const { actions } = labels
  const button = (label: string, action: Action, disabled = false) => (
    <button type="button" disabled={disabled} onClick={() => act(action)}>
      {label}
    </button>
  )
  const none = wanted.length === 0
  return (
    <>
      <Kinds wanted={wanted} want={want} labels={labels} />
      <div class="choices">
        {button(actions.unshare, { do: 'unshare', by, kinds: wanted }, none)}
        {button(actions.clone, { do: 'clone', by, comm: 'sh', kinds: wanted }, none)}
      </div>
      <div class="choices">
        <Choice
          label={actions.target}
          values={seen.map(({ pid }) => pid)}
          value={target}
          choose={choose}
          show={(id) => `${seen.find(({ pid }) => pid === id)?.comm} ${id}`}
        />
        {button(actions.enter, { do: 'setns', by, pid: target, kinds: wanted }, none)}
        {button(actions.kill, { do: 'kill', by, pid: target, signal: 'KILL' })}
      </div>
      <div class="choices">
        {button(actions.fork, { do: 'fork', by, comm: 'sleep' })}
        {button(actions.drop, { do: 'drop', by })}
        {button(actions.wait, { do: 'wait', by })}
        {button(actions.exit, { do: 'exit', by, status: 0 })}
      </div>
    </>
  )
}
