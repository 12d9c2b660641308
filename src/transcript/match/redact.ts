import { cut } from './pieces.ts'
import type { Match } from './types.ts'

/** What stands in a record where a `<secret>` matched; it matches `<secret>` again. */
export const redaction = '•••'

/** The raw output with all that `<secret>` matched replaced; everything else byte for byte as it was. */
export function redact(output: string, match: Match): string {
  const secrets = Map.groupBy(
    match.spans.filter(({ type }) => type === 'secret'),
    (span) => span.line,
  )
  if (secrets.size === 0) return output
  return output
    .split('\n')
    .map((raw, line) =>
      cut(raw, secrets.get(line) ?? [])
        .map(({ text, span }) => (span ? redaction : text))
        .join(''),
    )
    .join('\n')
}
