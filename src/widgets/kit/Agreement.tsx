import type { AgreementRecord } from './agreement-record.ts'
import type { Strings } from './strings/types.ts'
import { Words } from './Words.tsx'

type Props = {
  readonly record?: AgreementRecord | undefined
  readonly leftOut: readonly string[]
  readonly ui: Strings
}

export const Agreement = ({ record, leftOut, ui }: Props) => (
  <footer class="agreement">
    {record ? (
      <p class={record.agreed === record.cases ? 'agrees' : 'disagrees'}>
        <b aria-hidden="true">{record.agreed === record.cases ? '✓' : '≠'}</b> {ui.agrees(record)}
      </p>
    ) : (
      <p>{ui.unchecked}</p>
    )}
    <details>
      <summary>{ui.leftOut(leftOut.length)}</summary>
      <ul>
        {leftOut.map((text) => (
          <li key={text}>
            <Words text={text} />
          </li>
        ))}
      </ul>
    </details>
  </footer>
)
