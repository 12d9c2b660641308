/**
 * Reads the expressions of the placeholder table: literals, `\` escapes, `.`, classes, groups, `|`, `?`, `*`,
 * `+` and `{n,m}`. No anchors, captures, look-around or back-references: what is left is a regular language,
 * so that an automaton decides it in bounded time.
 */
export type Range = readonly [from: number, to: number]

export type Expression =
  | { kind: 'character'; ranges: readonly Range[]; negated: boolean }
  | { kind: 'sequence'; parts: readonly Expression[] }
  | { kind: 'choice'; options: readonly Expression[] }
  | { kind: 'repeat'; part: Expression; least: number; most: number }

type Cursor = { source: string; at: number }

export function parseExpression(source: string): Expression {
  const cursor: Cursor = { source, at: 0 }
  const expression = readChoice(cursor)
  if (cursor.at < source.length) throw complaint(cursor, 'the end')
  return expression
}

function readChoice(cursor: Cursor): Expression {
  const options = [readSequence(cursor)]
  while (take(cursor, '|')) options.push(readSequence(cursor))
  return options.length === 1 ? options[0]! : { kind: 'choice', options }
}

function readSequence(cursor: Cursor): Expression {
  const parts: Expression[] = []
  while (cursor.at < cursor.source.length && !'|)'.includes(peek(cursor))) parts.push(readRepeat(cursor))
  return { kind: 'sequence', parts }
}

function readRepeat(cursor: Cursor): Expression {
  const part = readAtom(cursor)
  if (take(cursor, '?')) return { kind: 'repeat', part, least: 0, most: 1 }
  if (take(cursor, '*')) return { kind: 'repeat', part, least: 0, most: Infinity }
  if (take(cursor, '+')) return { kind: 'repeat', part, least: 1, most: Infinity }
  const count = /^\{(\d+)(,?)(\d*)\}/.exec(cursor.source.slice(cursor.at))
  if (!count) return part
  cursor.at += count[0].length
  const least = Number(count[1])
  const most = count[2] === '' ? least : count[3] === '' ? Infinity : Number(count[3])
  return { kind: 'repeat', part, least, most }
}

function readAtom(cursor: Cursor): Expression {
  if (take(cursor, '(')) {
    take(cursor, '?:')
    const inner = readChoice(cursor)
    if (!take(cursor, ')')) throw complaint(cursor, '")"')
    return inner
  }
  if (take(cursor, '[')) return readClass(cursor)
  if (take(cursor, '.')) return { kind: 'character', ranges: [[10, 10]], negated: true }
  if ('?*+{}^$'.includes(peek(cursor))) throw complaint(cursor, 'a character')
  const code = readCode(cursor)
  return { kind: 'character', ranges: [[code, code]], negated: false }
}

function readClass(cursor: Cursor): Expression {
  const negated = take(cursor, '^')
  const ranges: Range[] = []
  while (!take(cursor, ']')) {
    const from = readCode(cursor)
    const ranged = peek(cursor) === '-' && cursor.source[cursor.at + 1] !== ']'
    if (ranged) cursor.at += 1
    ranges.push([from, ranged ? readCode(cursor) : from])
  }
  return { kind: 'character', ranges, negated }
}

function readCode(cursor: Cursor): number {
  take(cursor, '\\')
  if (cursor.at >= cursor.source.length) throw complaint(cursor, 'a character')
  return cursor.source.charCodeAt(cursor.at++)
}

function peek(cursor: Cursor): string {
  return cursor.source[cursor.at] ?? ''
}

function take(cursor: Cursor, token: string): boolean {
  if (!cursor.source.startsWith(token, cursor.at)) return false
  cursor.at += token.length
  return true
}

function complaint(cursor: Cursor, expected: string): Error {
  return new Error(`expression ${cursor.source}: expected ${expected} at ${cursor.at}`)
}
