/**
 * Decides whether some division of a line among fixed texts and placeholders fits, and finds the leftmost-longest
 * one. Backwards, part by part, it computes from which positions the rest can match; forwards it then takes the
 * longest value that leaves a rest which can. Each part reads the line once a direction: nothing backtracks.
 *
 * Runs of spaces are equal even where an empty value stands in one: `a <any> b` matches `a b`, and `a <any>`
 * matches `a`. A line that fits in no other way may be divided leniently: with only empty values between two fixed
 * texts the space that both bring is one, and spaces before values that are empty at the line's end fall away.
 */
import { longest, reachBack, type Positions } from '../expression/index.ts'
import { accepts, patternOf } from '../placeholders/index.ts'
import type { Part } from './parts.ts'

type Fixed = Extract<Part, { kind: 'fixed' }>
type Open = Extract<Part, { kind: 'open' }>

/** Where each part matched; `undefined` where the line does not fit. */
export type Division = readonly { start: number; end: number }[]

/** From where the parts from one on match the rest, by what last stood before them that was not empty. */
type Rest = { afterValue: Positions; afterFixed: Positions }

export type Manner = 'strict' | 'lenient'

export function divide(parts: readonly Part[], line: string, manner: Manner): Division | undefined {
  const [first] = parts
  if (first?.kind === 'fixed' && !line.startsWith(first.text.trimEnd())) return undefined
  const rests = computeRests(parts, line, manner)
  if (!rests[0]!.afterFixed[0]) return undefined
  const division: { start: number; end: number }[] = []
  let at = 0
  let afterFixed = true
  parts.forEach((part, index) => {
    const start = at
    const next = rests[index + 1]!
    at =
      part.kind === 'open'
        ? takeLongest(part, line, at, next)
        : endOfFixed(part, line, at, manner, afterFixed, next)!
    division.push({ start, end: at })
    if (part.kind === 'open' ? at > start : part.text !== '') afterFixed = isLiteral(part)
  })
  return division
}

function computeRests(parts: readonly Part[], line: string, manner: Manner): Rest[] {
  const end = new Uint8Array(line.length + 1)
  end[line.length] = 1
  const rests: Rest[] = [{ afterValue: end, afterFixed: end }]
  for (const part of parts.toReversed()) {
    const next = rests[0]!
    rests.unshift(part.kind === 'open' ? restOfOpen(part, line, next) : restOfFixed(part, line, manner, next))
  }
  return rests
}

function restOfOpen(part: Open, line: string, next: Rest): Rest {
  const afterValue = reachBack(patternOf(part.type).backward, line, next.afterValue)
  if (next.afterFixed === next.afterValue || !accepts(part.type, ''))
    return { afterValue, afterFixed: afterValue }
  return { afterValue, afterFixed: afterValue.map((fits, at) => fits | next.afterFixed[at]!) }
}

function restOfFixed(part: Fixed, line: string, manner: Manner, next: Rest): Rest {
  const afterValue = new Uint8Array(line.length + 1)
  const leans = manner === 'lenient' && (part.text === '' || part.text.startsWith(' '))
  const afterFixed = leans ? new Uint8Array(line.length + 1) : afterValue
  for (let at = 0; at <= line.length; at += 1) {
    if (endOfFixed(part, line, at, manner, false, next) !== undefined) afterValue[at] = 1
    if (leans && endOfFixed(part, line, at, manner, true, next) !== undefined) afterFixed[at] = 1
  }
  return { afterValue, afterFixed }
}

/** Where the fixed text ends if it stands at `at` and the rest fits behind it. */
function endOfFixed(
  part: Fixed,
  line: string,
  at: number,
  manner: Manner,
  afterFixed: boolean,
  next: Rest,
): number | undefined {
  const { text } = part
  const lenient = manner === 'lenient' && isLiteral(part)
  const spaceRead = lenient && afterFixed && text.startsWith(' ') && line[at - 1] === ' '
  const own = spaceRead ? text.slice(1) : text
  const end = at + own.length
  const fixed = text === '' ? afterFixed : isLiteral(part)
  if (line.startsWith(own, at) && (fixed ? next.afterFixed : next.afterValue)[end]) return end
  // At the end of the line a space in front of nothing is no space.
  if (!lenient || !own.endsWith(' ') || end - 1 !== line.length || !line.endsWith(own.slice(0, -1)))
    return undefined
  return next.afterFixed[line.length] ? line.length : undefined
}

/** A name that was bound before is a literal; a guessed value is a value. */
function isLiteral(part: Part): boolean {
  return part.kind === 'fixed' && !part.guess
}

function takeLongest(part: Open, line: string, at: number, next: Rest): number {
  return Math.max(at, longest(patternOf(part.type).forward, line, at, next.afterValue))
}
