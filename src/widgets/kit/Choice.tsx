type Props<V extends string | number> = {
  readonly label: string
  readonly values: readonly V[]
  readonly value: V | undefined
  readonly choose: (value: V) => void
  /** how a value is shown, where not as it is */
  readonly show?: (value: V) => string
  /** the label is for whoever hears it */
  readonly unseen?: boolean
}

/** One of several values, with its label before it. */
export const Choice = <V extends string | number>({
  label,
  values,
  value,
  choose,
  show = String,
  unseen = false,
}: Props<V>) => {
  const select = (
    <select
      aria-label={unseen ? label : undefined}
      onChange={({ currentTarget }) => {
        const chosen = values[currentTarget.selectedIndex]
        if (chosen !== undefined) choose(chosen)
      }}
    >
      {values.map((each) => (
        <option key={each} selected={each === value}>
          {show(each)}
        </option>
      ))}
    </select>
  )
  return unseen ? (
    select
  ) : (
    <label>
      {label} {select}
    </label>
  )
}
