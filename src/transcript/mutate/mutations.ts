/**
 * Every way in which a recorded output should not change unnoticed: each number and word of each line, the lines
 * themselves, what placeholders matched, the exit status. Lines are taken as they are compared, spaces made equal.
 */
import { normaliseLine, type Match } from '../match/index.ts'
import { placeholders } from '../placeholders/index.ts'
import { substitute, togetherWith } from './substitute.ts'
import type { Did, Mutation, MutationKind, Touched } from './types.ts'

/** No output in the book says this. */
const foreign = 'an unforeseen line'

export function* mutations(match: Match, did: Did): Generator<Mutation> {
  for (const [line, text] of match.lines.entries()) {
    for (const edit of editsOf(text)) yield* changeText(match, did, line, edit)
    yield* changeLines(match, did, line)
  }
  yield write(did, 'add', `"${foreign}" above line 1`, [foreign, ...match.lines], [{ line: 0 }])
  yield* violateTypes(match, did)
  yield* changeExit(did)
}

type TextEdit = { kind: MutationKind; start: number; end: number; put: string }

function* editsOf(text: string): Generator<TextEdit> {
  for (const { index, 0: digits } of text.matchAll(/[0-9]+/g)) {
    const at = index + digits.length - 1
    yield { kind: 'digit', start: at, end: at + 1, put: String((Number(text[at]) + 1) % 10) }
  }
  for (const { index: start, 0: word } of text.matchAll(/[^ ]+/g)) {
    const end = start + word.length
    yield { kind: 'word', start, end, put: word === 'unforeseen' ? 'unseen' : 'unforeseen' }
    yield { kind: 'longer', start: end, end, put: 'x' }
    if (word.length > 1) yield { kind: 'shorter', start: end - 1, end, put: '' }
    const letter = /[A-Za-z]/.exec(word)
    if (letter) yield flipCase(text, start + letter.index)
  }
  if (text.startsWith(' ')) yield { kind: 'indent', start: 0, end: 1, put: '' }
  else if (text !== '') yield { kind: 'indent', start: 0, end: 0, put: ' ' }
}

function flipCase(text: string, at: number): TextEdit {
  const letter = text[at]!
  const put = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  return { kind: 'case', start: at, end: at + 1, put }
}

function* changeText(match: Match, did: Did, line: number, edit: TextEdit): Generator<Mutation> {
  const { kind, start, end, put } = edit
  const before = match.lines[line]!
  const after = normaliseLine(before.slice(0, start) + put + before.slice(end))
  if (after === before) return
  const touched = [{ line, start, end: start + put.length }]
  yield write(did, kind, `line ${line + 1}: "${after}"`, match.lines.with(line, after), touched)
}

function* changeLines(match: Match, did: Did, line: number): Generator<Mutation> {
  const { lines } = match
  const text = lines[line]!
  const at = line + 1
  yield write(did, 'drop', `line ${at} dropped`, lines.toSpliced(line, 1), [])
  yield write(did, 'add', `line ${at} twice`, lines.toSpliced(at, 0, text), [{ line: at }])
  yield write(did, 'add', `"${foreign}" below line ${at}`, lines.toSpliced(at, 0, foreign), [{ line: at }])
  if (text !== '')
    yield write(did, 'add', `a blank line below line ${at}`, lines.toSpliced(at, 0, ''), [{ line: at }])
  const next = lines[at]
  if (next === undefined || next === text) return
  const swapped = lines.with(line, next).with(at, text)
  yield write(did, 'swap', `lines ${at} and ${at + 1} swapped`, swapped, [{ line }, { line: at }])
}

function* violateTypes(match: Match, did: Did): Generator<Mutation> {
  for (const span of match.spans) {
    const { line, start, type } = span
    if (type === 'any' || type === 'secret') continue
    for (const value of ['', ...placeholders[type].refuses]) {
      const what = `line ${line + 1}: "${value}" for <${type}>`
      const lines = substitute(match, togetherWith(match, span), value)
      if (lines[line] === match.lines[line]) continue
      yield write(did, 'type', what, lines, [{ line, start, end: start + value.length }])
    }
  }
}

function* changeExit({ output, exit }: Did): Generator<Mutation> {
  for (const status of [0, 1, (exit + 1) % 256]) {
    if (status === exit) continue
    yield { kind: 'exit', what: `exit ${status} for ${exit}`, did: { output, exit: status }, touched: [] }
  }
}

function write(
  { exit }: Did,
  kind: MutationKind,
  what: string,
  lines: readonly string[],
  touched: readonly Touched[],
): Mutation {
  return { kind, what, did: { output: lines.map((line) => `${line}\n`).join(''), exit }, touched }
}
