/**
 * A second opinion on one line, by other means than the matcher's: JavaScript's own expression engine. It backtracks,
 * so it is asked only about mutations that were accepted, and not about lines on which it could run away.
 */
import { normaliseLine, type Bindings } from '../match/index.ts'
import { accepts, placeholders, type TypeName } from '../placeholders/index.ts'
import type { ExpectedLine, Segment } from '../types.ts'

export type Verdict = {
  values: readonly { type: TypeName; start: number; end: number }[]
  bindings: Bindings
}

type TextLine = Extract<ExpectedLine, { kind: 'line' }>

/** What the judge may be asked: with more freedom than this on a long line, backtracking has no end. */
export function isJudgeable({ segments }: TextLine, length: number): boolean {
  return length <= 200 || segments.filter(({ kind }) => kind === 'placeholder').length <= 3
}

export function judgeLine({ segments }: TextLine, line: string, bindings: Bindings): Verdict | undefined {
  for (const emptied of emptyings(segments, bindings)) {
    const verdict = judgeSpelling(emptied, line, bindings)
    if (verdict) return verdict
  }
  return undefined
}

type Piece = { literal: string } | { type: TypeName; name?: string }

/** The line with nothing emptied first, then with placeholders that may be empty left out, in each way up to 64. */
function* emptyings(segments: readonly Segment[], bindings: Bindings): Generator<Piece[]> {
  const pieces = segments.map((segment) => toPiece(segment, bindings))
  const nullable = [...pieces.keys()].filter((at) => {
    const piece = pieces[at]!
    return 'type' in piece && accepts(piece.type, '')
  })
  for (let choice = 0; choice < 2 ** Math.min(nullable.length, 6); choice += 1) {
    const left = nullable.filter((_, bit) => choice & (1 << bit))
    yield joinLiterals(pieces.map((piece, at) => (left.includes(at) ? { literal: '' } : piece)))
  }
}

function toPiece(segment: Segment, bindings: Bindings): Piece {
  if (segment.kind === 'literal') return { literal: segment.text }
  const bound = segment.name === undefined ? undefined : bindings.get(segment.name)
  if (bound !== undefined) return { literal: bound }
  const type = segment.type as TypeName
  return segment.name === undefined ? { type } : { type, name: segment.name }
}

function joinLiterals(pieces: readonly Piece[]): Piece[] {
  const joined = pieces.reduce<Piece[]>((list, piece) => {
    const last = list.at(-1)
    if (!last || !('literal' in last) || !('literal' in piece)) return [...list, piece]
    return [...list.slice(0, -1), { literal: last.literal + piece.literal }]
  }, [])
  return joined.map((piece, at) =>
    'literal' in piece
      ? {
          literal:
            at === joined.length - 1 ? normaliseLine(piece.literal) : piece.literal.replace(/[\t ]+/g, ' '),
        }
      : piece,
  )
}

function judgeSpelling(pieces: readonly Piece[], line: string, bindings: Bindings): Verdict | undefined {
  const open = pieces.flatMap((piece) => ('type' in piece ? [piece] : []))
  const groups = open.map(({ name }, at) => {
    const first = name === undefined ? at : open.findIndex((other) => other.name === name)
    return first === at
      ? `(?<p${at}>${placeholders[open[at]!.type].expression})`
      : `(?<p${at}>\\k<p${first}>)`
  })
  let next = 0
  const expression = pieces
    .map((piece) => ('literal' in piece ? escape(piece.literal) : groups[next++]!))
    .join('')
  const found = new RegExp(`^${expression}$`, 'd').exec(line)
  if (!found) return undefined
  const values = open.map(({ type }, at) => {
    const [start, end] = found.indices!.groups![`p${at}`]!
    return { type, start, end }
  })
  const named = open.flatMap(({ name }, at): [string, string][] =>
    name === undefined ? [] : [[name, found.groups![`p${at}`]!]],
  )
  return { values, bindings: new Map([...bindings, ...named]) }
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
