import { Words } from './Words.tsx'
import type { Strings } from './strings/types.ts'

export type WordedReason = { readonly rule: string; readonly verdict: string; readonly text: string }

/** Why it happened: each reason in words, with the id of its rule for who wants to look it up. */
export const Reasons = ({
  reasons,
  ui,
}: {
  readonly reasons: readonly WordedReason[]
  readonly ui: Strings
}) => (
  <ol class="reasons" aria-label={ui.why}>
    {reasons.map(({ rule, verdict, text }) => (
      <li key={rule + text} class={verdict}>
        <Words text={text} /> <small>{rule}</small>
      </li>
    ))}
  </ol>
)
