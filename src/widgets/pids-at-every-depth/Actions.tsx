import { useState } from 'preact/hooks'
import type { Action, Signal } from '#models/namespaces'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly by: number
  readonly act: (action: Action) => void
  readonly labels: Labels
}

const signals: readonly Signal[] = ['KILL', 'TERM']

const Kill = ({ by, act, labels }: Props) => {
  const [pid, setPid] = useState(1)
  const [signal, setSignal] = useState<Signal>('KILL')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        act({ do: 'kill', by, pid, signal })
      }}
    >
      <code>kill</code>
      <Choice unseen label={labels.actions.signal} values={signals} value={signal} choose={setSignal} />
      <input
        type="number"
        min={1}
        max={99999}
        required
        value={pid}
        aria-label={labels.actions.number}
        onInput={(event) => setPid(Math.trunc(event.currentTarget.valueAsNumber) || 0)}
      />
      <button type="submit">{labels.actions.kill}</button>
    </form>
  )
}

/** Whatever the kernel would let a process try. */
export const Actions = ({ by, act, labels }: Props) => {
  const choices: readonly (readonly [string, Action])[] = [
    [labels.actions.fork, { do: 'fork', by, comm: 'sleep' }],
    [labels.actions.unshare, { do: 'unshare', by }],
    [labels.actions.clone, { do: 'clone', by, comm: 'sh' }],
    [labels.actions.wait, { do: 'wait', by }],
    [labels.actions.handle, { do: 'handle', by, signal: 'TERM' }],
    [labels.actions.exit, { do: 'exit', by, status: 0 }],
  ]
  return (
    <div class="choices">
      {choices.map(([label, action]) => (
        <button key={label} type="button" onClick={() => act(action)}>
          {label}
        </button>
      ))}
      <Kill by={by} act={act} labels={labels} />
    </div>
  )
}
