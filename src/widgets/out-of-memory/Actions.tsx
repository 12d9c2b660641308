/** What the reader can have done: by a process, or to a group. */
import { useState } from 'preact/hooks'
import { mebibytes, type Action, type State } from '#models/out-of-memory'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly by: string
  readonly state: State
  readonly act: (action: Action) => void
  readonly labels: Labels
}

const amounts = [8, 32]
const adjustments = [-1000, -500, 0, 500, 1000]
const sizes = [16, 32, 64, 128]

const OfProcess = ({ by, state, act, labels }: Props) => {
  const leaves = state.groups
    .filter(({ name }) => !state.groups.some(({ parent }) => parent === name))
    .map(({ name }) => name)
  const [adj, setAdj] = useState(500)
  const [to, setTo] = useState(leaves[0] ?? '')
  return (
    <div class="choices">
      {amounts.map((amount) => (
        <button
          key={amount}
          type="button"
          onClick={() => act({ do: 'allocate', by, pages: mebibytes(amount) })}
        >
          {labels.allocate(amount)}
        </button>
      ))}
      <span class="pair">
        <Choice label={labels.adj} values={adjustments} value={adj} choose={setAdj} />
        <button
          type="button"
          aria-label={`${labels.adj}: ${labels.set}`}
          onClick={() => act({ do: 'adjust', by, adj })}
        >
          {labels.set}
        </button>
      </span>
      <span class="pair">
        <Choice label={labels.moveTo} values={leaves} value={to} choose={setTo} />
        <button
          type="button"
          aria-label={`${labels.moveTo}: ${labels.set}`}
          onClick={() => act({ do: 'move', by, to })}
        >
          {labels.set}
        </button>
      </span>
    </div>
  )
}

const OfGroup = ({ state, act, labels }: Props) => {
  const names = state.groups.map(({ name }) => name)
  const [group, setGroup] = useState('web')
  const [size, setSize] = useState(32)
  const on = state.groups.find(({ name }) => name === group)?.together ?? false
  return (
    <div class="choices">
      <Choice label={labels.group} values={names} value={group} choose={setGroup} />
      <span class="pair">
        <Choice label={labels.limit} values={sizes} value={size} choose={setSize} /> {labels.size}
        <button
          type="button"
          aria-label={`${labels.limit}: ${labels.set}`}
          onClick={() => act({ do: 'limit', group, max: mebibytes(size) })}
        >
          {labels.set}
        </button>
      </span>
      <button type="button" onClick={() => act({ do: 'together', group, on: !on })}>
        {on ? labels.togetherOff : labels.togetherOn}
      </button>
    </div>
  )
}

export const Actions = (props: Props) => (
  <>
    <OfProcess {...props} />
    <OfGroup {...props} />
  </>
)
