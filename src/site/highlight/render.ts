import type { TokenKind } from './token-class.ts'

export type Piece = { readonly text: string; readonly kind: TokenKind | undefined }

/** Operators and other marks keep the ink: calmer to read, and fewer spans. Quotes belong to their strings. */
export const pieceOf = (text: string, kind: TokenKind | undefined): Piece => ({
  text,
  kind: kind === 'string' || kind === 'comment' || /\w/.test(text) ? kind : undefined,
})

const isBlank = (text: string) => text.trim() === ''

/** Joins neighbours of one kind; blanks take the kind of what stands before them, unless a plain piece follows. */
export function joinPieces(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = []
  for (const [index, piece] of pieces.entries()) {
    const before = joined.at(-1)
    const kind = isBlank(piece.text) && pieces[index + 1]?.kind === before?.kind ? before?.kind : piece.kind
    if (before && before.kind === kind) joined[joined.length - 1] = { text: before.text + piece.text, kind }
    else joined.push({ text: piece.text, kind })
  }
  return joined
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
export const escapeHtml = (text: string) =>
  text.replace(/[&<>]/g, (character) => escapes[character] ?? character)

const renderPiece = ({ text, kind }: Piece) =>
  kind ? `<span class="tk-${kind}">${escapeHtml(text)}</span>` : escapeHtml(text)

/** A line's HTML: spans with classes, never style attributes, which the page's CSP forbids. */
export const renderLine = (pieces: readonly Piece[]) => joinPieces(pieces).map(renderPiece).join('')
