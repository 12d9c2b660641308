import { eventOf, pending, type State } from '#models/list-watch'
import { Columns, ScrollTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { rowsOf, type Row } from './story.ts'

type Props = Language & {
  readonly state: State
  readonly before: State | undefined
  readonly caption: string
}

const OnTheWay = ({ state, labels }: Pick<Props, 'state' | 'labels'>) => {
  const events = state.client.phase === 'watching' ? pending(state).map(eventOf) : []
  return (
    <p class="on-the-way">
      <b>{labels.onTheWay}</b> {events.length === 0 ? <small>{labels.nothingOnTheWay}</small> : null}
      {events.map(({ type, name, version }) => (
        <span key={version} class={`event ${type}`}>
          {type} <code>{name}</code> {version}
        </span>
      ))}
    </p>
  )
}

const changed = (row: Row, before: State | undefined): boolean => {
  const was = before && rowsOf(before).find(({ name }) => name === row.name)
  return before !== undefined && JSON.stringify(was) !== JSON.stringify(row)
}

const ObjectRow = ({ row, before, labels }: Pick<Props, 'before' | 'labels'> & { readonly row: Row }) => (
  <tr class={`${row.is}${changed(row, before) ? ' changed' : ''}`}>
    <th scope="row">
      <code>{row.name}</code>
    </th>
    <td>
      {row.stored ? labels.version(row.stored.version) : labels.absent}
      {row.stored && !row.stored.matches ? <small>{labels.unlabelled}</small> : null}
    </td>
    <td>
      {row.cached ? labels.version(row.cached.version) : labels.absent}{' '}
      <small class="judged">{labels.states[row.is]}</small>
    </td>
  </tr>
)

/** The server's objects beside the client's belief, and between the two what is on its way. */
export const CacheTable = (props: Props) => {
  const { state, before, caption, labels } = props
  const { version, forgotten, client } = state
  const rows = rowsOf(state)
  return (
    <div class="caches">
      <dl>
        <div>
          <dt>{labels.server}</dt>
          <dd>{labels.remembers(version, forgotten)}</dd>
        </div>
        <div class={client.phase}>
          <dt>{labels.client}</dt>
          <dd>{labels.phases[client.phase](client.at)}</dd>
        </div>
      </dl>
      <OnTheWay {...props} />
      <ScrollTable label={caption} caption={caption} columns={<Columns names={labels.columns} />}>
        {rows.length === 0 ? (
          <tr>
            <td colSpan={3}>{labels.nothingStored}</td>
          </tr>
        ) : null}
        {rows.map((row) => (
          <ObjectRow key={row.name} {...{ row, before, labels }} />
        ))}
      </ScrollTable>
    </div>
  )
}
