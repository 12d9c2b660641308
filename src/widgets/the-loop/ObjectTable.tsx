/** Deployment, sets and Pods: what is wanted of each, and what is there. */
import type { State } from '#models/reconcile'
import { Columns, ScrollTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { rowsOf, type Row } from './rows.ts'

type Props = Language & {
  readonly state: State
  readonly before: State | undefined
  readonly caption: string
}

const Mark = ({ text, kind }: { readonly text: string; readonly kind: string }) => (
  <span class={`mark ${kind}`}>{text}</span>
)

const wanted = ({ is, it }: Row, { labels }: Language): string =>
  is === 'pod' ? '' : labels.wants(it.replicas)

const There = ({ row: { is, it }, labels, wording }: Language & { readonly row: Row }) => {
  if (is === 'pod')
    return (
      <>
        <Mark text={wording.phases[it.phase]} kind={it.phase} />
        {it.restarts > 0 ? <small> {labels.restarts(it.restarts)}</small> : null}
      </>
    )
  return (
    <>
      {is === 'set' ? labels.tells(it.status.available, it.status.replicas) : null}
      {is === 'deployment' && it.paused ? <Mark text={labels.paused} kind="pending" /> : null}
      {it.deleting ? <Mark text={labels.deleting} kind="terminating" /> : null}
    </>
  )
}

const titleOf = ({ is, it }: Row, labels: Language['labels']): string =>
  is === 'pod' ? `${labels.pod} ${it.uid}` : it.name

const detailOf = ({ is, it }: Row): string => {
  if (is === 'pod')
    return Object.entries(it.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')
  return it.template.image
}

/** It was otherwise an instant ago, or was not there. */
const hasChanged = (row: Row, before: State | undefined): boolean => {
  if (!before) return false
  const was = rowsOf(before).find(({ it }) => it.uid === row.it.uid)?.it
  return JSON.stringify(was) !== JSON.stringify(row.it)
}

export const ObjectTable = (props: Props) => {
  const { state, before, caption, labels } = props
  const rows = rowsOf(state)
  if (rows.length === 0) return <p class="objects">{labels.empty}</p>
  return (
    <ScrollTable
      kind="objects"
      label={caption}
      caption={caption}
      columns={<Columns names={labels.columns} />}
    >
      {rows.map((row) => (
        <tr key={row.it.uid} class={[row.is, ...(hasChanged(row, before) ? ['changed'] : [])].join(' ')}>
          <th scope="row" class={`in-${row.depth}`}>
            <code>{titleOf(row, labels)}</code> <small>{detailOf(row)}</small>
          </th>
          <td>{wanted(row, props)}</td>
          <td>
            <There {...props} row={row} />
          </td>
        </tr>
      ))}
    </ScrollTable>
  )
}
