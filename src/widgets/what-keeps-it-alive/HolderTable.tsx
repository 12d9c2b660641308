import type { Action, Holder, State } from '#models/kept-namespaces'
import { plain, ScrollTable, Words } from '#widgets/kit'
import type { Language } from './labels.ts'
import { releaseOf, type Row } from './story.ts'

type Props = Language & {
  readonly state: State
  readonly rows: readonly Row[]
  readonly act: (action: Action) => void
  readonly full: boolean
  readonly caption: string
}

const HolderChip = ({
  holder,
  isNew,
  state,
  act,
  full,
  labels,
  wording,
}: Omit<Props, 'rows' | 'caption'> & { readonly holder: Holder; readonly isNew: boolean }) => {
  const text = labels.holder(holder, wording.name)
  const action = full ? undefined : releaseOf(state, holder)
  const kind = `holder ${holder.by}${isNew ? ' new' : ''}`
  if (!action)
    return (
      <span class={kind}>
        <Words text={text} />
      </span>
    )
  const does = `${plain(text)}: ${labels.release(holder)}`
  return (
    <button
      type="button"
      class={kind}
      aria-label={does}
      title={labels.release(holder)}
      onClick={() => act(action)}
    >
      <Words text={text} /> <span aria-hidden="true">✕</span>
    </button>
  )
}

/** Rows are namespaces, each with all that holds it; a holder is pressed to let go. */
export const HolderTable = (props: Props) => {
  const { rows, labels, wording, caption } = props
  return (
    <ScrollTable
      kind="holders"
      label={labels.scrollable}
      caption={caption}
      columns={
        <>
          <th scope="col">{labels.namespace}</th>
          <th scope="col">
            {labels.heldBy} <small class="press">{labels.letGo}</small>
          </th>
        </>
      }
    >
      {rows.length === 0 ? (
        <tr>
          <td colSpan={2}>{labels.none}</td>
        </tr>
      ) : null}
      {rows.map(({ name, holders, justEnded }) => (
        <tr
          key={`${name.kind}${name.place}`}
          class={`${holders.length > 0 ? 'alive' : 'gone'}${justEnded ? ' ended' : ''}`}
        >
          <th scope="row">
            <span class={`name ${name.kind}`}>{plain(wording.name(name))}</span>
          </th>
          <td>
            {holders.length === 0 ? <b class="life">{labels.gone}</b> : null}
            <span class="all">
              {holders.map(({ holder, isNew }) => (
                <HolderChip key={JSON.stringify(holder)} {...props} holder={holder} isNew={isNew} />
              ))}
            </span>
          </td>
        </tr>
      ))}
    </ScrollTable>
  )
}
