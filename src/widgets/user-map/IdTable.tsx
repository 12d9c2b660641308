/** Rows are numbers of the host, columns what each namespace calls them. */
import type { Extent, IdFile, State } from '#models/namespaces'
import { innerUsers, overflow, spansOf, type Span } from '#models/namespaces/host'
import { ScrollTable } from '#widgets/kit'
import type { Labels, Language } from './labels.ts'
import { outwardId } from './outward.ts'

type Props = Language & {
  readonly state: State
  readonly file: IdFile
  /** the host's number of whoever made the file; undefined: nobody could */
  readonly owner: number | undefined
}

const run = (first: number, count: number): string =>
  count === 1 ? `${first}` : `${first}–${first + count - 1}`

const holds = ({ first, count }: Span, id: number | undefined): boolean =>
  id !== undefined && first <= id && id < first + count

const Map_ = ({
  extents,
  labels,
}: {
  readonly extents: readonly Extent[] | undefined
  readonly labels: Labels
}) =>
  extents ? (
    <>
      {extents.map((line) => (
        <code key={line.join()}>{line.join(' ')}</code>
      ))}
    </>
  ) : (
    <>{labels.ids.notWritten}</>
  )

const Heading = ({
  user,
  state,
  file,
  wording,
  labels,
}: Pick<Props, 'state' | 'file' | 'wording' | 'labels'> & { readonly user: number }) => {
  const namespace = state.users[user]
  return (
    <th scope="col" class="map">
      {labels.inUser(wording.user(outwardId(user)))}
      <small>
        {file}_map: <Map_ extents={namespace?.maps[file]} labels={labels} />
      </small>
      {file === 'gid' ? <small>setgroups: {namespace?.setgroups}</small> : null}
    </th>
  )
}

const Cell = ({
  span,
  first,
  labels,
}: {
  readonly span: Span
  readonly first: number | undefined
  readonly labels: Labels
}) => (
  <td>
    {first === undefined ? (
      <span class="id none">
        <span class="unseen">{labels.ids.nobody} </span>
        {overflow}
      </span>
    ) : (
      <span class="id mapped">{run(first, span.count)}</span>
    )}
  </td>
)

export const IdTable = ({ state, file, owner, wording, labels }: Props) => (
  <ScrollTable
    kind="ids"
    label={labels.ids.caption(file)}
    caption={labels.ids.caption(file)}
    columns={
      <>
        <th scope="col">
          {labels.onHost}
          <small>{file}</small>
        </th>
        {innerUsers(state).map((user) => (
          <Heading key={user} {...{ user, state, file, wording, labels }} />
        ))}
      </>
    }
  >
    {spansOf(state, file).map((span) => (
      <tr key={span.first} class={span.inside.some((id) => id !== undefined) ? 'known' : 'unknown'}>
        <th scope="row">
          <span class="id">{run(span.first, span.count)}</span>{' '}
          {span.who ? <small>{labels.ids.who[span.who]}</small> : null}
          {holds(span, owner) ? <small class="owner">{labels.ids.theFile}</small> : null}
        </th>
        {span.inside.map((first, at) => (
          <Cell key={at} span={span} first={first} labels={labels} />
        ))}
      </tr>
    ))}
  </ScrollTable>
)
