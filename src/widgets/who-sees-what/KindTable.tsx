import { kinds } from '#models/namespaces'
import type { Seat } from '#models/namespaces/seats'
import { ScrollTable } from '#widgets/kit'
import { letterOf } from './letter-of.ts'
import type { Labels, Language } from './labels.ts'
import type { Row } from './story.ts'

type Props = Language & {
  readonly rows: readonly Row[]
  readonly actor: number | undefined
  readonly select: (id: number) => void
  readonly caption: string
}

const Place = ({ seat, labels }: { readonly seat: Seat; readonly labels: Labels }) => {
  const { kind, place, company } = seat
  if (place === undefined)
    return (
      <>
        <span class="seat none" aria-hidden="true">
          –
        </span>
        <span class="unseen">{labels.letGo}</span>
      </>
    )
  if (place === 0)
    return (
      <>
        <span class="seat first" aria-hidden="true">
          •
        </span>
        <span class="unseen">{labels.machines}</span>
      </>
    )
  const letter = letterOf(kind, place)
  return (
    <>
      <span class={`seat ${kind}`} aria-hidden="true">
        {letter}
      </span>
      <span class="unseen">
        {labels.seat(
          letter,
          company.map(({ comm }) => comm),
        )}
      </span>
    </>
  )
}

const Children = ({ seat, labels }: { readonly seat: Seat; readonly labels: Labels }) => {
  if (seat.children === undefined) return null
  const letter = seat.children === 0 ? '•' : letterOf(seat.kind, seat.children)
  return (
    <small>
      <span aria-hidden="true">→{letter}</span>
      <span class="unseen">{labels.childrenIn(seat.children === 0 ? labels.machines : letter)}</span>
    </small>
  )
}

const Name = ({ row, actor, select, wording }: Omit<Props, 'rows' | 'caption'> & { readonly row: Row }) => {
  const { process, life } = row
  const name = (
    <>
      <code>{process.comm}</code> <small>{process.id}</small>
    </>
  )
  return (
    <th scope="row">
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
    </th>
  )
}

/** Rows are processes, columns the eight kinds. */
export const KindTable = (props: Props) => {
  const { rows, labels, caption } = props
  return (
    <ScrollTable
      kind="kinds"
      label={labels.scrollable}
      caption={caption}
      columns={
        <>
          <th scope="col">{labels.process}</th>
          {kinds.map((kind) => (
            <th key={kind} scope="col" class={kind}>
              <b>{kind}</b> <small>{labels.contents[kind]}</small>
            </th>
          ))}
        </>
      }
    >
      {rows.map((row) => (
        <tr key={row.process.id} class={row.life}>
          <Name {...props} row={row} />
          {row.seats.map((seat) => (
            <td key={seat.kind} class={seat.changed ? 'changed' : undefined}>
              <Place seat={seat} labels={labels} />
              <Children seat={seat} labels={labels} />
            </td>
          ))}
          {row.seats.length === 0 ? <td colSpan={kinds.length} /> : null}
        </tr>
      ))}
    </ScrollTable>
  )
}
