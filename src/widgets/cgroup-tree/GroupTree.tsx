/** The tree: groups as rows, and who is in each. */
import type { Place, Process, State } from '#models/cgroups'
import { ScrollTable } from '#widgets/kit'
import type { Labels } from './labels.ts'
import { outside, rowsOf, type Row } from './rows.ts'

type Props = {
  readonly state: State
  readonly open: Place
  readonly choose: (place: Place) => void
  readonly labels: Labels
}

const Members = ({ members, labels }: { readonly members: readonly Process[]; readonly labels: Labels }) => (
  <>
    {members.map(({ id, user }) => (
      <span key={id} class={`process of-${user}`}>
        <span aria-hidden="true">{id}</span>
        <span class="unseen">{labels.tree.process(id, user)}</span>{' '}
      </span>
    ))}
    {members.length === 0 ? <span class="unseen">{labels.tree.nobody}</span> : null}
  </>
)

const Badges = ({ row, labels }: { readonly row: Row; readonly labels: Labels }) => (
  <>
    {row.type !== undefined && row.type !== 'domain' ? <span class="life">{row.type}</span> : null}{' '}
    {row.frozen ? <span class="life frozen">{labels.tree.frozen}</span> : null}{' '}
    {row.ofUser ? <span class="life of-user">{labels.tree.ofUser}</span> : null}
  </>
)

const GroupRow = ({
  row,
  open,
  choose,
  labels,
  v2,
}: Omit<Props, 'state'> & { readonly row: Row; readonly v2: boolean }) => (
  <tr class={row.place === open ? 'open' : undefined}>
    <th scope="row" class={`in-${Math.min(row.depth, 5)}`}>
      <button
        type="button"
        class="who"
        aria-pressed={row.place === open}
        aria-label={row.place}
        onClick={() => choose(row.place)}
      >
        <code>{row.name}</code>
      </button>{' '}
      <Badges row={row} labels={labels} />
    </th>
    <td>
      <Members members={row.members} labels={labels} />
    </td>
    {v2 ? (
      <td>
        {row.passesOn.map((controller) => (
          <code key={controller} class="controller">
            {controller}
          </code>
        ))}
      </td>
    ) : null}
  </tr>
)

export const GroupTree = ({ state, open, choose, labels }: Props) => {
  const v2 = state.version === 'v2'
  const strangers = outside(state)
  return (
    <ScrollTable
      kind="tree"
      label={labels.tree.caption}
      caption={labels.tree.caption}
      columns={
        <>
          <th scope="col">{labels.tree.group}</th>
          <th scope="col">{labels.tree.processes}</th>
          {v2 ? <th scope="col">{labels.tree.passesOn}</th> : null}
        </>
      }
    >
      {strangers.length > 0 ? (
        <tr class="outside">
          <th scope="row">{labels.tree.outside}</th>
          <td>
            <Members members={strangers} labels={labels} />
          </td>
          {v2 ? <td /> : null}
        </tr>
      ) : null}
      {rowsOf(state).map((row) => (
        <GroupRow key={row.place} {...{ row, open, choose, labels, v2 }} />
      ))}
    </ScrollTable>
  )
}
