/**
 * Decides whether some division of a line among fixed texts and placeholders fits, and finds the leftmost-longest
 * one. Backwards, part by part, it computes from which positions the rest can match; forwards it then takes the
 * longest value that leaves a rest which can. Each part reads the line once a direction: nothing backtracks.
 *
 * Runs of spaces are equal even where an empty value stands in one: `a <any> b` matches `a b`, and `a <any>`
 * matches `a`. A line that fits in no other way may be divided leniently: a fixed text that follows an empty value
 * may find its first space already read, and spaces before values that are empty at the line's end fall away.
 */
import { longest, reachBack, type Positions } from '../expression/index.ts'
import { accepts, patternOf } from '../placeholders/index.ts'
import type { Part } from './parts.ts'

type Fixed = Extract<Part, { kind: 'fixed' }>
type Open = Extract<Part, { kind: 'open' }>

/** Where each part matched; `undefined` where the line does not fit. */
export type Division = readonly { start: number; end: number }[]

/** From where the parts from one on match the rest: in general, and when an empty value stands before them. */
type Rest = { plain: Positions; afterEmpty: Positions }

export type Manner = 'strict' | 'lenient'

export function divide(parts: readonly Part[], line: string, manner: Manner): Division | undefined {
  const [first] = parts
  if (first?.kind === 'fixed' && !line.startsWith(first.text.trimEnd())) return undefined
  const rests = computeRests(parts, line, manner)
  if (!rests[0]!.plain[0]) return undefined
  const division: { start: number; end: number }[] = []
  let at = 0
  let afterEmpty = false
  parts.forEach((part, index) => {
    const start = at
    if (part.kind === 'open') at = takeLongest(part, line, at, rests[index + 1]!)
    else at = endOfFixed(part, line, at, manner, afterEmpty, rests[index + 1]!)!
    division.push({ start, end: at })
    afterEmpty = start === at || (part.kind === 'fixed' && !part.guess && part.text.endsWith(' '))
  })
  return division
}

function computeRests(parts: readonly Part[], line: string, manner: Manner): Rest[] {
  const end = new Uint8Array(line.length + 1)
  end[line.length] = 1
  const rests: Rest[] = [{ plain: end, afterEmpty: end }]
  for (const part of parts.toReversed()) {
    const next = rests[0]!
    rests.unshift(part.kind === 'open' ? restOfOpen(part, line, next) : restOfFixed(part, line, manner, next))
  }
  return rests
}

function restOfOpen(part: Open, line: string, next: Rest): Rest {
  const plain = reachBack(patternOf(part.type).backward, line, next.plain)
  if (!accepts(part.type, '')) return { plain, afterEmpty: plain }
  next.afterEmpty.forEach((fits, at) => {
    if (fits) plain[at] = 1
  })
  return { plain, afterEmpty: plain }
}

function restOfFixed(part: Fixed, line: string, manner: Manner, next: Rest): Rest {
  const plain = new Uint8Array(line.length + 1)
  const leans = manner === 'lenient' && !part.guess && part.text.startsWith(' ')
  const afterEmpty = leans ? new Uint8Array(line.length + 1) : plain
  for (let at = 0; at <= line.length; at += 1) {
    if (endOfFixed(part, line, at, manner, false, next) !== undefined) plain[at] = 1
    if (leans && endOfFixed(part, line, at, manner, true, next) !== undefined) afterEmpty[at] = 1
  }
  return { plain, afterEmpty }
}

/** Where the fixed text ends if it stands at `at` and the rest fits behind it. */
function endOfFixed(
  { text, guess }: Fixed,
  line: string,
  at: number,
  manner: Manner,
  afterEmpty: boolean,
  next: Rest,
): number | undefined {
  const lenient = manner === 'lenient' && !guess
  const spaceRead = lenient && afterEmpty && text.startsWith(' ') && line[at - 1] === ' '
  const own = spaceRead ? text.slice(1) : text
  const end = at + own.length
  const open = own === '' || (lenient && own.endsWith(' '))
  if (line.startsWith(own, at) && (open ? next.afterEmpty : next.plain)[end]) return end
  // At the end of the line a space in front of nothing is no space.
  if (!lenient || !own.endsWith(' ') || end - 1 !== line.length || !line.endsWith(own.slice(0, -1)))
    return undefined
  return next.afterEmpty[line.length] ? line.length : undefined
}

function takeLongest(part: Open, line: string, at: number, next: Rest): number {
  return Math.max(at, longest(patternOf(part.type).forward, line, at, next.plain))
}
