/** Reads a line of expected output: escapes, placeholders and what is literal. */
import { isTypeName } from '../placeholders/index.ts'
import type { ExpectedLine, Position, Segment } from '../types.ts'
import { quote, type Report } from './fault.ts'

/** `\` before syntax at the start of a line; before anything else it is a literal `\`. */
const escapedStart = /^\\(?=\$( |$)|>( |$)|==( |$)|@|\[exit|\.\.\.|\\)/

const validName = /^[a-z][a-z0-9-]*$/

/** A line that is `\` alone stands for a blank line, which would otherwise only separate steps at the end. */
export const writtenBlank = '\\'

export function parseExpectedLine(text: string, line: number, report: Report): ExpectedLine {
  const at = { line, column: 1 }
  if (text.trimEnd() === '...') return { kind: 'any-lines', at }
  if (text.trimEnd() === writtenBlank) return { kind: 'line', segments: [], at }
  if (!escapedStart.test(text)) return { kind: 'line', segments: readSegments(text, 0, '', at, report), at }
  // The escaped character is literal whatever follows it: `\\<int>` is a backslash and a placeholder.
  return { kind: 'line', segments: readSegments(text, 2, text[1]!, at, report), at }
}

/** Reads from column `from`; `before` is literal text that stands in front. */
function readSegments(text: string, from: number, before: string, at: Position, report: Report): Segment[] {
  const segments: Segment[] = []
  let literal = before
  let read = from
  const shape = /(\\?)<([a-z][a-z0-9]*)(?::([^<>]*))?>/g
  shape.lastIndex = from
  for (let found = shape.exec(text); found; found = shape.exec(text)) {
    const [whole, escape, type = '', name] = found
    const place = { line: at.line, column: found.index + escape!.length + 1 }
    const meaning = meaningOf(type, name)
    if (meaning === 'literal') continue
    literal += text.slice(read, found.index)
    read = found.index + whole.length
    if (escape === '\\') {
      literal += whole.slice(1)
      continue
    }
    if (meaning === 'unknown-type')
      report('output/unknown-type', place, 'a known type before a name', quote(whole))
    if (meaning === 'bad-name') report('output/name', place, `"<${type}:name>"`, quote(whole))
    if (literal !== '') segments.push({ kind: 'literal', text: literal })
    literal = ''
    segments.push({ kind: 'placeholder', type, ...(name === undefined ? {} : { name }), at: place })
  }
  literal += text.slice(read)
  return literal === '' ? segments : [...segments, { kind: 'literal', text: literal }]
}

/** Anything else in angle brackets is literal: `<BROADCAST,UP>`, `<none>`, `<https://example.org>`. */
function meaningOf(
  type: string,
  name: string | undefined,
): 'literal' | 'placeholder' | 'unknown-type' | 'bad-name' {
  const known = isTypeName(type)
  if (name === undefined) return known ? 'placeholder' : 'literal'
  if (validName.test(name)) return known ? 'placeholder' : 'unknown-type'
  return known ? 'bad-name' : 'literal'
}
