/** Recorded output as a page shows it: colours out, spacing kept, and what may vary marked. */
import type { TypeName } from '../placeholders/index.ts'
import { originOf, splitOutput, withoutColour } from './normalise.ts'
import type { Match, Span } from './types.ts'

/** `varies`: the placeholder that matched it, or `...`; absent for what a literal matched. */
export type Piece = { text: string; varies?: TypeName | '...'; name?: string }

export function piecesOf(output: string, match: Match): Piece[][] {
  const spans = Map.groupBy(match.spans, (span) => span.line)
  const skipped = new Set(match.skipped)
  return splitOutput(output).map((raw, line) => {
    if (skipped.has(line)) return [{ text: withoutColour(raw), varies: '...' }]
    return cut(raw, spans.get(line) ?? [])
      .map(({ text, span }) => pieceOf(withoutColour(text), span))
      .filter((piece) => piece.text !== '')
  })
}

function pieceOf(text: string, span: Span | undefined): Piece {
  if (!span) return { text }
  return { text, varies: span.type, ...(span.name === undefined ? {} : { name: span.name }) }
}

/** Cuts a raw line at the ends of spans, which speak of the normalised one. */
export function cut(raw: string, spans: readonly Span[]): { text: string; span?: Span }[] {
  const origin = originOf(raw)
  const pieces: { text: string; span?: Span }[] = []
  let read = 0
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    if (span.start === span.end) continue
    const start = origin[span.start]!
    const end = origin[span.end - 1]! + 1
    if (start > read) pieces.push({ text: raw.slice(read, start) })
    pieces.push({ text: raw.slice(start, end), span })
    read = end
  }
  if (read < raw.length) pieces.push({ text: raw.slice(read) })
  return pieces
}
