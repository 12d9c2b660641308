/** Puts another value where placeholders matched. */
import { normaliseLine, type Match, type Span } from '../match/index.ts'

/** Spans that must change together: those of one name, or one without a name. */
export function togetherWith(match: Match, span: Span): readonly Span[] {
  return span.name === undefined ? [span] : match.spans.filter(({ name }) => name === span.name)
}

/**
 * An empty value may have swallowed a space beside it (`a <any> b` on `a b`), so a value that takes its place comes
 * with spaces of its own; only `<any>` and `<secret>` can be empty, and they take them either way.
 */
export function substitute(match: Match, spans: readonly Span[], value: string): string[] {
  return match.lines.map((text, line) => {
    const own = spans.filter((span) => span.line === line).toSorted((one, other) => other.start - one.start)
    const changed = own.reduce((before, { start, end }) => {
      const put = start === end && value !== '' ? ` ${value} ` : value
      return before.slice(0, start) + put + before.slice(end)
    }, text)
    return own.length === 0 ? text : normaliseLine(changed)
  })
}
