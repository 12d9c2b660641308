import { useState } from 'preact/hooks'
import type { Action, State } from '#models/kept-namespaces'
import { kinds, nameOf, type Kind, type Process } from '#models/namespaces'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly state: State
  readonly actor: Process
  readonly select: (id: number) => void
  readonly act: (action: Action) => void
  readonly labels: Labels
}

/** What makes holders: children, open files, mounts, visits. Everyone in these stories sees everyone by one number. */
export const Actions = ({ state, actor, select, act, labels }: Props) => {
  const [kind, setKind] = useState<Kind>('net')
  const [chosen, choose] = useState<number>()
  const [path, setPath] = useState<number>()
  const { actions } = labels
  const by = actor.id
  const running = state.processes.processes.filter(({ life }) => life.is === 'running')
  const target = running.find(({ id }) => id === chosen) ?? running.at(-1) ?? actor
  const ids = running.map(({ id }) => id)
  const show = (pid: number) =>
    running
      .filter(({ id }) => id === pid)
      .map(nameOf)
      .join()
  const paths = [...new Set(state.mounts.map(({ at }) => at))]
  const at = paths.find((one) => one === path) ?? paths[0]
  const button = (label: string, action: Action) => (
    <button type="button" onClick={() => act(action)}>
      {label}
    </button>
  )
  return (
    <>
      <div class="choices">
        <Choice label={actions.actor} values={ids} value={by} choose={select} show={show} />
        <Choice label={actions.kind} values={kinds} value={kind} choose={setKind} />
        {kind === 'time' ? null : button(actions.make, { do: 'clone', by, comm: 'sh', kinds: [kind] })}
        {button(actions.fork, { do: 'fork', by, comm: 'sleep' })}
      </div>
      <div class="choices">
        <Choice label={actions.target} values={ids} value={target.id} choose={choose} show={show} />
        {button(actions.open, { do: 'open', by, pid: target.id, kind })}
        {button(actions.bind, { do: 'bind', by, pid: target.id, kind })}
      </div>
      {at === undefined ? null : (
        <div class="choices">
          <Choice
            label={actions.path}
            values={paths}
            value={at}
            choose={setPath}
            show={(path) => `/run/ns/${path}`}
          />
          {button(actions.enter, { do: 'enter', by, at })}
        </div>
      )}
    </>
  )
}
