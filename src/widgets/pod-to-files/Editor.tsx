import {
  addRow,
  cells,
  kinds,
  mostRows,
  removeRow,
  setCell,
  setKind,
  type Cell,
  type Draft,
  type Kind,
  type Row,
} from './draft.ts'
import type { Labels } from './labels.ts'

type Props = {
  readonly id: string
  readonly draft: Draft
  readonly change: (draft: Draft) => void
  readonly labels: Labels
}

const KindChoice = ({
  at,
  row,
  draft,
  change,
  labels,
}: Omit<Props, 'id'> & { readonly at: number; readonly row: Row }) =>
  at === 0 ? (
    <small>{labels.kinds[row.kind]}</small>
  ) : (
    <select
      aria-label={labels.cellOf(row.name, labels.kind)}
      onChange={(event) => change(setKind(draft, at, event.currentTarget.value as Kind))}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind} selected={kind === row.kind}>
          {labels.kinds[kind]}
        </option>
      ))}
    </select>
  )

/** A line a container; a cell a quantity. */
export const Editor = ({ id, draft, change, labels }: Props) => {
  const input = (row: Row, at: number, cell: Cell) => (
    <label key={cell}>
      <span>{labels.cells[cell]}</span>
      <input
        type="text"
        size={7}
        maxLength={20}
        autocomplete="off"
        spellcheck={false}
        name={`${id}-${at}-${cell}`}
        aria-label={labels.cellOf(row.name, labels.cells[cell])}
        placeholder={labels.none}
        value={row.amounts[cell]}
        onInput={(event) => change(setCell(draft, at, cell, event.currentTarget.value))}
      />
    </label>
  )
  return (
    <div class="pod-editor" role="group" aria-label={labels.pod}>
      {draft.rows.map((row, at) => (
        <div key={row.name} class="row" role="group" aria-label={row.name}>
          <p class="who">
            <code>{row.name}</code> <KindChoice {...{ at, row, draft, change, labels }} />
            {at > 0 && (
              <button
                type="button"
                aria-label={labels.remove(row.name)}
                onClick={() => change(removeRow(draft, at))}
              >
                ×
              </button>
            )}
          </p>
          {cells.map((cell) => input(row, at, cell))}
        </div>
      ))}
      {draft.rows.length < mostRows && (
        <p>
          <button type="button" onClick={() => change(addRow(draft))}>
            {labels.add}
          </button>
        </p>
      )}
    </div>
  )
}
