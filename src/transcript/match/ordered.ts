/**
 * Compares lines in order. `...` cuts the expectation into blocks: the first stands at the start, the last at the
 * end, each between them at the first place where all of it fits, so that `...` takes the fewest lines.
 */
import type { ExpectedLine } from '../types.ts'
import type { LineMatch } from './line.ts'
import type { TextLine } from './parts.ts'
import { rememberLines, type LineMatcher } from './remember.ts'
import type { Bindings, Span } from './types.ts'

export type Comparing = { bindings: Bindings; spans: Span[]; skipped: number[] }

/** The first expected line that does not fit; without it, output goes on after the end. */
export type Difference = { expected?: ExpectedLine; line: number; bindings: Bindings; undecided: boolean }

type Block = readonly TextLine[]
type Outcome = { fits: true; state: Comparing } | { fits: false; difference: Difference; reached: number }

export function compareOrdered(
  expected: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): Outcome {
  const compare = rememberLines()
  const blocks = cutBlocks(expected)
  const start: Comparing = { bindings, spans: [], skipped: [] }
  const head = compareBlock(compare, blocks[0]!, lines, 0, lines.length, start)
  if (!head.fits) return head
  const tail = blocks.length > 1 ? blocks.at(-1)! : undefined
  const headEnd = blocks[0]!.length
  if (!tail) return headEnd < lines.length ? tooLong(headEnd, head.state) : head

  const limit = lines.length - tail.length
  let at = headEnd
  let state = head.state
  for (const block of blocks.slice(1, -1)) {
    if (block.length === 0) continue
    const found = findBlock(compare, block, lines, at, limit, state)
    if (!found.fits) return found
    at = found.at
    state = found.state
  }
  // Too few lines are left for the tail: say which of them found no line of its own.
  if (limit < at) return compareBlock(compare, tail, lines, at, lines.length, state)
  return compareBlock(compare, tail, lines, limit, lines.length, skip(state, at, limit))
}

function cutBlocks(expected: readonly ExpectedLine[]): Block[] {
  const blocks: TextLine[][] = [[]]
  for (const line of expected) {
    if (line.kind === 'any-lines') blocks.push([])
    else blocks.at(-1)!.push(line)
  }
  return blocks
}

/** Compares a block with the lines from `at`; lines from `limit` on are not its to take. */
function compareBlock(
  compare: LineMatcher,
  block: Block,
  lines: readonly string[],
  at: number,
  limit: number,
  state: Comparing,
): Outcome {
  let { bindings } = state
  const spans: Span[] = []
  for (const [index, expected] of block.entries()) {
    const line = at + index
    const result: LineMatch =
      line < limit ? compare(expected, lines[line]!, bindings) : { fits: false, undecided: false }
    if (!result.fits)
      return {
        fits: false,
        reached: index,
        difference: { expected, line, bindings, undecided: result.undecided },
      }
    for (const span of result.spans) spans.push({ line, ...span })
    bindings = result.bindings
  }
  return { fits: true, state: { ...state, bindings, spans: [...state.spans, ...spans] } }
}

/** The first place from `at` where the block fits; failing that, the place where most of it did. */
function findBlock(
  compare: LineMatcher,
  block: Block,
  lines: readonly string[],
  at: number,
  limit: number,
  state: Comparing,
): { fits: true; state: Comparing; at: number } | Extract<Outcome, { fits: false }> {
  let closest = compareBlock(compare, block, lines, at, limit, state)
  for (let start = at; start + block.length <= limit; start += 1) {
    const outcome = compareBlock(compare, block, lines, start, limit, state)
    if (outcome.fits) return { fits: true, state: skip(outcome.state, at, start), at: start + block.length }
    if (closest.fits || outcome.reached > closest.reached) closest = outcome
  }
  if (closest.fits) throw new Error('a block fits where it has no room')
  return closest
}

function skip(state: Comparing, from: number, to: number): Comparing {
  const skipped = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  return { ...state, skipped: [...state.skipped, ...skipped] }
}

function tooLong(line: number, { bindings }: Comparing): Outcome {
  return { fits: false, reached: 0, difference: { line, bindings, undecided: false } }
}
