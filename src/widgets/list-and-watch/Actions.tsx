/** Who writes, the client and the server: the reader is all of them. */
import { useState } from 'preact/hooks'
import { pending, type Action, type State } from '#models/list-watch'
import { Choice } from '#widgets/kit'
import type { Labels } from './labels.ts'

type Props = {
  readonly state: State
  readonly act: (action: Action) => void
  readonly labels: Labels
}

const names = ['web', 'db', 'cache']

const Press = ({
  action,
  act,
  label,
  can = true,
}: {
  readonly action: Action
  readonly act: Props['act']
  readonly label: string
  readonly can?: boolean
}) => (
  <button type="button" disabled={!can} onClick={() => act(action)}>
    {label}
  </button>
)

const Writes = ({ act, labels: { actions } }: Props) => {
  const [name, setName] = useState('web')
  return (
    <div class="choices">
      <Choice label={actions.object} values={names} value={name} choose={setName} />
      <Press act={act} label={actions.create} action={{ do: 'create', name, matches: true }} />
      <Press act={act} label={actions.createOutside} action={{ do: 'create', name, matches: false }} />
      <Press act={act} label={actions.update} action={{ do: 'update', name, based: 'server' }} />
      <Press act={act} label={actions.updateCached} action={{ do: 'update', name, based: 'cache' }} />
      <Press act={act} label={actions.relabel} action={{ do: 'relabel', name }} />
      <Press act={act} label={actions.rewrite} action={{ do: 'rewrite', name }} />
      <Press act={act} label={actions.remove} action={{ do: 'delete', name }} />
      <Press act={act} label={actions.elsewhere} action={{ do: 'elsewhere' }} />
    </div>
  )
}

const Listens = ({ state, act, labels: { actions } }: Props) => {
  const { phase, at } = state.client
  const watching = phase === 'watching'
  const waits = pending(state).length > 0
  return (
    <div class="choices">
      <Press act={act} label={actions.list} action={{ do: 'list' }} />
      <Press act={act} label={actions.watch} action={{ do: 'watch' }} can={phase !== 'new' && !watching} />
      <Press act={act} label={actions.receive} action={{ do: 'receive' }} can={watching && waits} />
      <Press
        act={act}
        label={actions.bookmark}
        action={{ do: 'bookmark' }}
        can={watching && !waits && at < state.version}
      />
      <Press act={act} label={actions.cut} action={{ do: 'cut' }} can={watching} />
      <Press
        act={act}
        label={actions.compact}
        action={{ do: 'compact' }}
        can={state.forgotten < state.version}
      />
    </div>
  )
}

export const Actions = (props: Props) => (
  <>
    <Writes {...props} />
    <Listens {...props} />
  </>
)
