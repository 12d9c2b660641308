import type { PidTale } from '#models/namespaces'
import type { Labels, Language } from './labels.ts'
import { columnsAt, rowsAt, type Cell, type Column, type Row } from './rows.ts'
import { ScrollTable, type Story } from '#widgets/kit'

type Props = Language & {
  readonly story: Story<PidTale>
  readonly now: number
  readonly actor: number | undefined
  readonly select: (id: number) => void
  readonly caption: string
}

const deepest = (depth: number): number => Math.min(depth, 6)

const Number_ = ({ cell, labels }: { readonly cell: Cell; readonly labels: Labels }) =>
  cell.pid === undefined ? (
    <td>
      <span class="pid none">
        <span aria-hidden="true">–</span>
        <span class="unseen">{labels.unseen}</span>
      </span>
    </td>
  ) : (
    <td>
      <span class={cell.own && cell.namespace > 0 ? 'pid own' : 'pid'}>{cell.pid}</span>{' '}
      <small>{labels.parent(cell.ppid)}</small>
    </td>
  )

const Heading = ({ column, wording, labels }: Language & { readonly column: Column }) => {
  const { namespace, depth, inside } = column
  const state = !namespace.open ? labels.closed : namespace.reaper === undefined ? labels.empty : undefined
  return (
    <th scope="col" class={`at-${deepest(depth)}`}>
      {labels.seenFrom(wording.namespace(namespace.id))}
      {inside === undefined || inside === 0 ? null : (
        <small>{labels.inside(wording.namespace(inside))}</small>
      )}
      {state ? <small class="state">{state}</small> : null}
    </th>
  )
}

const Name = ({
  row,
  wording,
  labels,
  actor,
  select,
}: Omit<Props, 'story' | 'now' | 'caption'> & { readonly row: Row }) => {
  const { process, life, depth } = row
  const name = <code>{process.comm}</code>
  return (
    <th scope="row" class={`in-${deepest(depth)}`}>
      {life === 'running' ? (
        <button
          type="button"
          class="who"
          aria-pressed={process.id === actor}
          onClick={() => select(process.id)}
        >
          {name}
        </button>
      ) : (
        <>
          {life === 'gone' ? <s>{name}</s> : name} <b class="life">{wording.lives[life]}</b>
        </>
      )}
      {life === 'running' && process.forChildren !== process.namespace ? (
        <small>{labels.childrenGoTo(wording.namespace(process.forChildren))}</small>
      ) : null}
    </th>
  )
}

export const ProcessTable = (props: Props) => {
  const { story, now, labels, caption } = props
  return (
    <ScrollTable
      kind="processes"
      label={labels.scrollable}
      caption={caption}
      columns={
        <>
          <th scope="col">{labels.process}</th>
          {columnsAt(story, now).map((column) => (
            <Heading key={column.namespace.id} {...props} column={column} />
          ))}
        </>
      }
    >
      {rowsAt(story, now).map((row) => (
        <tr key={row.process.id} class={`${row.life}${row.changed ? ' changed' : ''}`}>
          <Name {...props} row={row} />
          {row.cells.map((cell) => (
            <Number_ key={cell.namespace} cell={cell} labels={labels} />
          ))}
        </tr>
      ))}
    </ScrollTable>
  )
}
