/**
 * For tests: matching by its definition, with nothing clever. A line fits if values can be chosen, each in its type
 * and the same for the same name, so that what the expectation then says is the line once spaces are made equal. Of
 * several choices the one with the longest first value counts, then the longest second, and so on.
 */
import { placeholders, type TypeName } from '../placeholders/index.ts'
import type { ExpectedLine, Segment } from '../types.ts'
import { normaliseLine } from './normalise.ts'

type Values = readonly string[]

export function referenceLine(segments: readonly Segment[], line: string): Values | undefined {
  const texts = new Set([''])
  for (let start = 0; start < line.length; start += 1)
    for (let end = start + 1; end <= line.length; end += 1) texts.add(line.slice(start, end))
  const open = segments.filter((segment) => segment.kind === 'placeholder')
  const choices = open.map(({ type }) =>
    [...texts].filter((text) => new RegExp(`^(?:${placeholders[type as TypeName].expression})$`).test(text)),
  )
  const agreeing = product(choices)
    .filter((values) => agree(open, values))
    .toSorted(longerFirst)
  return (
    agreeing.find((values) => fits(segments, values, line, 'strict')) ??
    agreeing.find((values) => fits(segments, values, line, 'lenient'))
  )
}

function product(choices: readonly (readonly string[])[]): string[][] {
  return choices.reduce<string[][]>(
    (lists, choice) => lists.flatMap((list) => choice.map((text) => [...list, text])),
    [[]],
  )
}

function agree(open: readonly { name?: string }[], values: Values): boolean {
  return open.every(({ name }, index) => {
    const first = name === undefined ? index : open.findIndex((other) => other.name === name)
    return values[first] === values[index]
  })
}

/** Leniently, literals may double a space around empty values, or leave one at the end of the line. */
function fits(
  segments: readonly Segment[],
  values: Values,
  line: string,
  manner: 'strict' | 'lenient',
): boolean {
  let said = ''
  let next = 0
  let byValue = false
  for (const segment of segments) {
    const literal = segment.kind === 'literal'
    const text = literal ? segment.text : values[next++]!
    const doubled = said.endsWith(' ') && text.startsWith(' ')
    if (doubled && (!literal || byValue || manner === 'strict')) return false
    if (text !== '') byValue = !literal
    said += text
  }
  const spare = said.endsWith(' ')
  if (spare && (byValue || (manner === 'strict' && segments.at(-1)?.kind !== 'literal'))) return false
  return normaliseLine(said) === line
}

function longerFirst(one: Values, other: Values): number {
  const differs = one.findIndex((text, index) => text.length !== other[index]!.length)
  return differs < 0 ? 0 : other[differs]!.length - one[differs]!.length
}

/** All ways to lay expected lines without names over output lines; `...` takes any number. */
export function referenceOrdered(expected: readonly ExpectedLine[], lines: readonly string[]): boolean {
  const [first, ...rest] = expected
  if (!first) return lines.length === 0
  if (first.kind === 'any-lines')
    return lines.some((_, at) => referenceOrdered(rest, lines.slice(at))) || referenceOrdered(rest, [])
  return (
    lines.length > 0 &&
    referenceLine(first.segments, lines[0]!) !== undefined &&
    referenceOrdered(rest, lines.slice(1))
  )
}
