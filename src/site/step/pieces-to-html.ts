import { escapeHtml } from '../highlight/index.ts'
import type { Piece } from './expected.ts'

const toHtml = ({ text, varies }: Piece) =>
  varies === undefined ? escapeHtml(text) : `<i title="${escapeHtml(varies)}">${escapeHtml(text)}</i>`

export const piecesToHtml = (lines: readonly Piece[][]) =>
  lines.map((pieces) => pieces.map(toHtml).join('')).join('\n')
