/**
 * Compares lines as multisets. Lines without an open placeholder are paired with equal ones first; then each
 * other line, in order, takes the first unclaimed line that fits.
 */
import type { ExpectedLine } from '../types.ts'
import type { Comparing, Difference } from './ordered.ts'
import { fixedText, partsOf, type TextLine } from './parts.ts'
import { rememberLines, type LineMatcher } from './remember.ts'
import type { Bindings, Span } from './types.ts'

export function compareUnordered(
  expected: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): { fits: true; state: Comparing } | { fits: false; difference: Difference } {
  const compare = rememberLines()
  const texts = expected.filter((line) => line.kind === 'line')
  const literal = (line: TextLine) => fixedText(partsOf(line, bindings)) !== undefined
  const unclaimed = new Set(lines.keys())
  const byText = Map.groupBy(lines.keys(), (line) => lines[line]!)
  const state: Comparing = { bindings, spans: [], skipped: [] }

  for (const line of [...texts.filter(literal), ...texts.filter((each) => !literal(each))]) {
    const fixed = fixedText(partsOf(line, state.bindings))
    const candidates =
      fixed === undefined ? unclaimed : (byText.get(fixed) ?? []).filter((at) => unclaimed.has(at))
    const found = claim(compare, line, candidates, lines, state.bindings)
    if (!('at' in found))
      return { fits: false, difference: firstLeft(line, unclaimed, lines, state, found.undecided) }
    unclaimed.delete(found.at)
    state.bindings = found.bindings
    state.spans.push(...found.spans)
  }
  const [left] = unclaimed
  if (left === undefined) return { fits: true, state }
  return { fits: false, difference: { line: left, bindings: state.bindings, undecided: false } }
}

type Claim = { at: number; spans: Span[]; bindings: Bindings } | { undecided: boolean }

function claim(
  compare: LineMatcher,
  line: TextLine,
  candidates: Iterable<number>,
  lines: readonly string[],
  bindings: Bindings,
): Claim {
  let undecided = false
  for (const at of candidates) {
    const result = compare(line, lines[at]!, bindings)
    if (result.fits)
      return { at, spans: result.spans.map((span) => ({ line: at, ...span })), bindings: result.bindings }
    undecided ||= result.undecided
  }
  return { undecided }
}

function firstLeft(
  expected: TextLine,
  unclaimed: ReadonlySet<number>,
  lines: readonly string[],
  { bindings }: Comparing,
  undecided: boolean,
): Difference {
  const [line = lines.length] = unclaimed
  return { expected, line, bindings, undecided }
}
