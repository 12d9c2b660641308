/**
 * A second opinion on a whole output, written from the rules of the grammar alone, so that a mutation that the
 * matcher accepts can be told from one that it should have refused.
 */
import { normaliseOutput, type Bindings } from '../match/index.ts'
import type { ExpectedLine } from '../types.ts'
import { judgeLine, type Verdict } from './judge-line.ts'
import type { Did, Subject } from './types.ts'

/** For each line of output: what matched it. */
export type Judgement = readonly (Verdict | '...')[]

type TextLine = Extract<ExpectedLine, { kind: 'line' }>

/** Undefined where what was done does not fit. */
export function judge({ expectation, comparison, bindings }: Subject, did: Did): Judgement | undefined {
  if (did.exit !== expectation.exit) return undefined
  const lines = normaliseOutput(did.output)
  switch (comparison) {
    case 'exit-only':
      return lines.map(() => '...')
    case 'ordered':
      return judgeOrdered(expectation.lines, lines, bindings)
    case 'unordered':
      return judgeUnordered(expectation.lines, lines, bindings)
  }
}

function judgeOrdered(
  expected: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): Judgement | undefined {
  const gap = expected.findIndex(({ kind }) => kind === 'any-lines')
  const head = judgeBlock(gap < 0 ? expected : expected.slice(0, gap), lines, bindings)
  if (!head) return undefined
  if (gap < 0) return head.length === lines.length ? head : undefined
  const known = head.at(-1)?.bindings ?? bindings
  const tail = judgeAfterGap(expected.slice(gap + 1), lines.slice(gap), known)
  return tail && [...head, ...tail]
}

/** What follows the last `...` stands at the end; a block before another `...` at the first place where it fits. */
function judgeAfterGap(
  rest: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): Judgement | undefined {
  const gap = rest.findIndex(({ kind }) => kind === 'any-lines')
  const block = gap < 0 ? rest : rest.slice(0, gap)
  const behind = gap < 0 ? [] : rest.slice(gap + 1)
  const last = lines.length - rest.filter(({ kind }) => kind === 'line').length
  for (let at = gap < 0 ? Math.max(0, last) : 0; at <= last; at += 1) {
    const own = judgeBlock(block, lines.slice(at), bindings)
    if (!own) continue
    const skipped = Array.from({ length: at }, () => '...' as const)
    if (gap < 0) return [...skipped, ...own]
    const tail = judgeAfterGap(behind, lines.slice(at + block.length), own.at(-1)?.bindings ?? bindings)
    return tail && [...skipped, ...own, ...tail]
  }
  return undefined
}

function judgeBlock(
  block: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): Verdict[] | undefined {
  const verdicts: Verdict[] = []
  for (const [at, expected] of block.entries()) {
    const line = lines[at]
    if (expected.kind !== 'line' || line === undefined) return undefined
    const verdict = judgeLine(expected, line, verdicts.at(-1)?.bindings ?? bindings)
    if (!verdict) return undefined
    verdicts.push(verdict)
  }
  return verdicts
}

function judgeUnordered(
  expected: readonly ExpectedLine[],
  lines: readonly string[],
  bindings: Bindings,
): Judgement | undefined {
  const texts = expected.filter((line) => line.kind === 'line')
  if (texts.length !== lines.length) return undefined
  const verdicts: (Verdict | undefined)[] = lines.map(() => undefined)
  let known = bindings
  for (const line of [
    ...texts.filter((each) => isLiteral(each, known)),
    ...texts.filter((each) => !isLiteral(each, bindings)),
  ]) {
    const at = lines.findIndex((text, index) => !verdicts[index] && judgeLine(line, text, known))
    if (at < 0) return undefined
    verdicts[at] = judgeLine(line, lines[at]!, known)!
    known = verdicts[at].bindings
  }
  return verdicts.map((verdict) => verdict!)
}

function isLiteral({ segments }: TextLine, bindings: Bindings): boolean {
  return segments.every(
    (part) => part.kind === 'literal' || (part.name !== undefined && bindings.has(part.name)),
  )
}
