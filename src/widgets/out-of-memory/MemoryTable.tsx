/** Groups and processes as the tree has them; a bar says how full a group is, in numbers too. */
import type { Pages, Process, State } from '#models/out-of-memory'
import { Columns, ScrollTable } from '#widgets/kit'
import type { Language } from './labels.ts'
import { mebibytesOf, rowsOf, type Row } from './rows.ts'

type Props = Language & {
  readonly state: State
  readonly before: State | undefined
  readonly actor: string | undefined
  readonly select: (name: string) => void
  readonly caption: string
}

const width = 100

/** What is held of the limit; where there is none, of the most that anyone may hold. */
const Bar = ({ usage, max, scale }: { usage: Pages; max: Pages | undefined; scale: Pages }) => (
  <svg class="bar" viewBox={`0 0 ${width} 8`} preserveAspectRatio="none" aria-hidden="true">
    <rect class="allowed" width={(width * (max ?? scale)) / scale} height="8" />
    <rect class="held" width={(width * Math.min(usage, scale)) / scale} height="8" />
  </svg>
)

const Elsewhere = ({ process, labels }: Pick<Props, 'labels'> & { readonly process: Process }) => (
  <>
    {Object.entries(process.charged)
      .filter(([group, pages]) => group !== process.group && pages > 0)
      .map(([group, pages]) => (
        <small key={group}>{labels.elsewhere(mebibytesOf(pages), group)}</small>
      ))}
  </>
)

const GroupRow = ({
  row,
  scale,
  labels,
}: Language & { row: Extract<Row, { is: 'group' }>; scale: Pages }) => {
  const { group, usage, depth } = row
  return (
    <tr class="group">
      <th scope="row" class={`in-${depth}`}>
        <code>{group.name}</code>
        {group.together ? <small>{labels.together}</small> : null}
        {group.counts.kills > 0 ? <small>{labels.counts(group.counts.kills)}</small> : null}
      </th>
      <td>
        {mebibytesOf(usage)} MiB
        <Bar usage={usage} max={group.max} scale={scale} />
      </td>
      <td>{group.max === undefined ? labels.noLimit : `${mebibytesOf(group.max)} MiB`}</td>
      <td />
    </tr>
  )
}

const ProcessRow = (
  props: Props & { readonly row: Extract<Row, { is: 'process' }>; readonly scale: Pages },
) => {
  const { row, before, actor, select, wording, labels, scale } = props
  const { process, rss, depth } = row
  const was = before?.processes.find(({ name }) => name === process.name)
  const changed = was && JSON.stringify(was) !== JSON.stringify(process)
  return (
    <tr class={`process ${process.life}${changed ? ' changed' : ''}`}>
      <th scope="row" class={`in-${depth}`}>
        {process.life === 'running' ? (
          <button
            type="button"
            class="who"
            aria-pressed={process.name === actor}
            onClick={() => select(process.name)}
          >
            <code>{process.name}</code>
          </button>
        ) : (
          <>
            <code>{process.name}</code> <span class="life">{wording.lives[process.life]}</span>
          </>
        )}
      </th>
      <td>
        {process.life === 'killed' ? '–' : `${mebibytesOf(rss)} MiB`}
        {process.life === 'killed' ? null : <Bar usage={rss} max={0} scale={scale} />}
        <Elsewhere process={process} labels={labels} />
      </td>
      <td />
      <td>{process.adj}</td>
    </tr>
  )
}

/** All bars of a table are drawn to one scale. */
const scaleOf = (rows: readonly Row[]): Pages =>
  Math.max(...rows.map((row) => (row.is === 'group' ? Math.max(row.usage, row.group.max ?? 0) : row.rss)), 1)

export const MemoryTable = (props: Props) => {
  const { state, caption, labels } = props
  const rows = rowsOf(state)
  const scale = scaleOf(rows)
  return (
    <ScrollTable kind="memory" label={caption} caption={caption} columns={<Columns names={labels.columns} />}>
      {rows.map((row) =>
        row.is === 'group' ? (
          <GroupRow key={`g-${row.group.name}`} {...props} row={row} scale={scale} />
        ) : (
          <ProcessRow key={`p-${row.process.name}`} {...props} row={row} scale={scale} />
        ),
      )}
    </ScrollTable>
  )
}
