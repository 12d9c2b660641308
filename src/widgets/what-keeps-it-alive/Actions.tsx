import { useState } from 'preact/hooks'
import type { Action, State } from '#models/kept-namespaces'
import { kinds, type Kind, type Process } from '#models/namespaces'
import type { Labels } from './labels.ts'

type Props = {
  readonly state: State
  readonly actor: Process
  readonly select: (id: number) => void
  readonly act: (action: Action) => void
  readonly labels: Labels
}

type Option = { readonly value: string; readonly text: string }

const Choose = ({
  label,
  value,
  options,
  choose,
}: {
  readonly label: string
  readonly value: string
  readonly options: readonly Option[]
  readonly choose: (value: string) => void
}) => (
  <label>
    {label}{' '}
    <select onChange={(event) => choose(event.currentTarget.value)}>
      {options.map((option) => (
        <option key={option.value} value={option.value} selected={option.value === value}>
          {option.text}
        </option>
      ))}
    </select>
  </label>
)

const processOption = ({ id, comm }: Process): Option => ({ value: String(id), text: `${comm} ${id}` })

/** What makes holders: children, open files, mounts, visits. Everyone in these stories sees everyone by one number. */
export const Actions = ({ state, actor, select, act, labels }: Props) => {
  const [kind, setKind] = useState<Kind>('net')
  const [chosen, choose] = useState('')
  const [path, setPath] = useState('')
  const { actions } = labels
  const by = actor.id
  const running = state.processes.processes.filter(({ life }) => life.is === 'running')
  const target = running.find(({ id }) => String(id) === chosen) ?? running.at(-1) ?? actor
  const paths = [...new Set(state.mounts.map(({ at }) => String(at)))]
  const at = paths.includes(path) ? path : paths[0]
  const button = (label: string, action: Action) => (
    <button type="button" onClick={() => act(action)}>
      {label}
    </button>
  )
  return (
    <>
      <div class="choices">
        <Choose
          label={actions.actor}
          value={String(by)}
          options={running.map(processOption)}
          choose={(id) => select(Number(id))}
        />
        <Choose
          label={actions.kind}
          value={kind}
          options={kinds.map((one) => ({ value: one, text: one }))}
          choose={(value) => setKind(kinds.find((one) => one === value) ?? kind)}
        />
        {kind === 'time' ? null : button(actions.make, { do: 'clone', by, comm: 'sh', kinds: [kind] })}
        {button(actions.fork, { do: 'fork', by, comm: 'sleep' })}
      </div>
      <div class="choices">
        <Choose
          label={actions.target}
          value={String(target.id)}
          options={running.map(processOption)}
          choose={choose}
        />
        {button(actions.open, { do: 'open', by, pid: target.id, kind })}
        {button(actions.bind, { do: 'bind', by, pid: target.id, kind })}
      </div>
      {at === undefined ? null : (
        <div class="choices">
          <Choose
            label={actions.path}
            value={at}
            options={paths.map((one) => ({ value: one, text: `/run/ns/${one}` }))}
            choose={setPath}
          />
          {button(actions.enter, { do: 'enter', by, at: Number(at) })}
        </div>
      )}
    </>
  )
}
