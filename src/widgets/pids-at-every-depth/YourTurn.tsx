import { useState } from 'preact/hooks'
import type { Action, Process, Signal } from '#models/namespaces'
import type { Labels } from './labels.ts'

type Props = {
  readonly actor: Process | undefined
  readonly act: (action: Action) => void
  readonly again: () => void
  readonly full: boolean
  readonly labels: Labels
}

const Kill = ({
  by,
  act,
  labels,
}: {
  readonly by: number
  readonly act: Props['act']
  readonly labels: Labels
}) => {
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
      <select
        aria-label={labels.actions.signal}
        onChange={(event) => setSignal(event.currentTarget.value as Signal)}
      >
        {(['KILL', 'TERM'] as const).map((name) => (
          <option key={name} value={name} selected={name === signal}>
            {name}
          </option>
        ))}
      </select>
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

/** The reader's own hand on the system: whatever the kernel would let a process try. */
export const YourTurn = ({ actor, act, again, full, labels }: Props) => {
  const able = actor && !full
  const choices = (by: number): readonly (readonly [string, Action])[] => [
    [labels.actions.fork, { do: 'fork', by, comm: 'sleep' }],
    [labels.actions.unshare, { do: 'unshare', by }],
    [labels.actions.clone, { do: 'clone', by, comm: 'sh' }],
    [labels.actions.wait, { do: 'wait', by }],
    [labels.actions.handle, { do: 'handle', by, signal: 'TERM' }],
    [labels.actions.exit, { do: 'exit', by, status: 0 }],
  ]
  const beginAgain = (
    <button type="button" onClick={again}>
      {labels.again}
    </button>
  )
  return (
    <details class="your-turn">
      <summary>{labels.yourTurn}</summary>
      {able ? (
        <div role="group" aria-label={labels.as(`${actor.comm} ${actor.id}`)}>
          <p>
            <b>{labels.as(`${actor.comm} ${actor.id}`)}</b> <small>{labels.choose}</small>
          </p>
          <div class="choices">
            {choices(actor.id).map(([label, action]) => (
              <button key={label} type="button" onClick={() => act(action)}>
                {label}
              </button>
            ))}
            <Kill by={actor.id} act={act} labels={labels} />
            {beginAgain}
          </div>
        </div>
      ) : (
        <p class="choices">
          {full ? labels.full : labels.nobody} {beginAgain}
        </p>
      )}
    </details>
  )
}
