/** How Node's inspect spreads entries over lines (lib/internal/util/inspect.js, compact: 3, breakLength: 80). */
const breakLength = 80
const compact = 3
const separator = 2

export type Entries = {
  readonly base: string
  readonly open: string
  readonly close: string
  readonly entries: readonly string[]
  /** Set for arrays: more than six entries are laid out in columns, numbers flush right. */
  readonly columns?: { readonly numeric: boolean; readonly shown: number }
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1f64f}\u{1f900}-\u{1f9ff}\u{20000}-\u{3fffd}]/u

export const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (wide.test(one) ? 2 : 1), 0)

/** `levels`: how many levels lie below this object; only the three innermost share a line. */
export function layOut(shape: Entries, indentation: number, levels: number): string {
  const rows = shape.columns && shape.entries.length > 6 ? inColumns(shape, indentation) : shape.entries
  const head = shape.base ? `${shape.base} ` : ''
  if (levels < compact && rows.length === shape.entries.length && fitsOneLine(shape, indentation)) {
    const joined = rows.join(', ')
    if (!joined.includes('\n')) return `${head}${shape.open} ${joined} ${shape.close}`
  }
  const newline = `\n${' '.repeat(indentation)}`
  return `${head}${shape.open}${newline}  ${rows.join(`,${newline}  `)}${newline}${shape.close}`
}

function fitsOneLine({ base, open, entries }: Entries, indentation: number): boolean {
  if (base.includes('\n')) return false
  const fixed = 2 * entries.length + indentation + open.length + base.length + 10
  return entries.reduce((sum, entry) => sum + entry.length, fixed) <= breakLength
}

function inColumns({ entries, columns }: Entries, indentation: number): readonly string[] {
  const { numeric, shown } = columns ?? { numeric: false, shown: entries.length }
  const cells = entries.slice(0, shown)
  const widths = cells.map(widthOf)
  const widest = Math.max(...widths)
  const total = widths.reduce((sum, width) => sum + width + separator, 0)
  const cell = widest + separator
  const groups = cell * 3 + indentation < breakLength && (total / cell > 5 || widest <= 6)
  const count = groups ? columnCount(cell, total, entries.length, shown, indentation) : 1
  if (count <= 1) return entries

  const columnWidths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...widths.filter((_, index) => index % count === column)),
  )
  const rows: string[] = []
  for (let start = 0; start < shown; start += count) {
    const row = cells.slice(start, start + count)
    rows.push(
      row
        .map((text, column) => padCell(text, columnWidths[column] ?? 0, numeric, row.length - 1 === column))
        .join(''),
    )
  }
  return [...rows, ...entries.slice(shown)]
}

/** The area formula of Node: a square of cells 2.5 times as high as wide, short entries favoured. */
function columnCount(
  cell: number,
  total: number,
  length: number,
  shown: number,
  indentation: number,
): number {
  const biased = Math.max(cell - 3 - Math.sqrt(cell - total / length), 1)
  return Math.min(
    Math.round(Math.sqrt(2.5 * biased * shown) / biased),
    Math.floor((breakLength - indentation) / cell),
    compact * 4,
    15,
  )
}

function padCell(text: string, width: number, numeric: boolean, last: boolean): string {
  const padding = ' '.repeat(Math.max(0, width - widthOf(text)))
  const comma = last ? '' : ', '
  if (numeric) return padding + text + comma
  return last ? text : text + comma + padding
}
