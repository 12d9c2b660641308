import type { AgreementRecord } from './agreement-record.ts'
import type { Strings } from './strings/types.ts'
import { Words } from './Words.tsx'

type Props = {
  readonly record?: AgreementRecord | undefined
  readonly leftOut: readonly string[]
  /** what the model says and no sandbox can show */
  readonly uncheckable?: readonly string[]
  readonly ui: Strings
}

const List = ({ texts }: { readonly texts: readonly string[] }) => (
  <ul>
    {texts.map((text) => (
      <li key={text}>
        <Words text={text} />
      </li>
    ))}
  </ul>
)

const Verdict = ({ record, ui }: { readonly record: AgreementRecord; readonly ui: Strings }) => {
  const agrees = record.every(({ differing }) => differing === 0)
  return (
    <p class={agrees ? 'agrees' : 'disagrees'}>
      <b aria-hidden="true">{agrees ? '✓' : '≠'}</b> {ui.agrees(record)}
    </p>
  )
}

export const Agreement = ({ record, leftOut, uncheckable = [], ui }: Props) => (
  <footer class="agreement">
    {record?.length ? <Verdict record={record} ui={ui} /> : <p>{ui.unchecked}</p>}
    <details>
      <summary>{ui.leftOut(leftOut.length)}</summary>
      <List texts={leftOut} />
      {uncheckable.length > 0 ? (
        <>
          <p>{ui.uncheckable}</p>
          <List texts={uncheckable} />
        </>
      ) : null}
    </details>
  </footer>
)
