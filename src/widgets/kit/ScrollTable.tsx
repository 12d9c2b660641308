import type { ComponentChildren } from 'preact'

type Props = {
  /** the table's class */
  readonly kind?: string
  /** names the box that scrolls */
  readonly label: string
  /** for whoever hears it: what the table shows at this instant */
  readonly caption?: string
  readonly columns: ComponentChildren
  /** the rows */
  readonly children: ComponentChildren
}

/** A table in a box of its own, which scrolls sideways where there is no room. */
export const ScrollTable = ({ kind, label, caption, columns, children }: Props) => (
  <div class={kind ? `scrolls ${kind}` : 'scrolls'} role="region" aria-label={label} tabIndex={0}>
    <table>
      {caption === undefined ? null : <caption class="unseen">{caption}</caption>}
      <thead>
        <tr>{columns}</tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** Columns that have a name and nothing else. */
export const Columns = ({ names }: { readonly names: readonly string[] }) => (
  <>
    {names.map((name) => (
      <th key={name} scope="col">
        {name}
      </th>
    ))}
  </>
)
