/** Compares a command's output and exit status with what is expected. */
import { spellExpectedLine } from '../print/index.ts'
import type { Command, Expectation, ExpectedLine } from '../types.ts'
import { chooseExpectation, type Facts } from './choose.ts'
import { furthestFit } from './furthest.ts'
import { normaliseOutput } from './normalise.ts'
import { compareOrdered, type Difference } from './ordered.ts'
import type { Bindings, Comparison, Match, Mismatch } from './types.ts'
import { compareUnordered } from './unordered.ts'

export const noBindings: Bindings = new Map()

export function matchExpectation(
  expectation: Expectation,
  output: string,
  exit: number,
  bindings: Bindings = noBindings,
  comparison: Comparison = 'ordered',
): Match | Mismatch {
  const lines = normaliseOutput(output)
  const status = { expected: expectation.exit, got: exit }
  if (comparison === 'exit-only') {
    if (exit !== expectation.exit) return exitDiffers(expectation, lines, status)
    return { ok: true, bindings, lines, spans: [], skipped: [...lines.keys()] }
  }
  const compare = comparison === 'ordered' ? compareOrdered : compareUnordered
  const outcome = compare(expectation.lines, lines, bindings)
  if (!outcome.fits) return mismatchOf(outcome.difference, expectation, lines, status)
  if (exit !== expectation.exit) return exitDiffers(expectation, lines, status)
  return { ok: true, lines, ...outcome.state }
}

export function comparisonOf({ directives }: Command): Comparison {
  if (directives.ran) return 'exit-only'
  return directives.unordered ? 'unordered' : 'ordered'
}

/** A command against what it did: the expectation that the facts choose, compared as its directives say. */
export function matchCommand(
  command: Command,
  facts: Facts,
  did: { output: string; exit: number },
  bindings: Bindings = noBindings,
): Match | Mismatch {
  const expectation = chooseExpectation(command, facts)
  if (expectation) return matchExpectation(expectation, did.output, did.exit, bindings, comparisonOf(command))
  const exit = { expected: 0, got: did.exit }
  return { ok: false, kind: 'no-expectation', at: command.at, bound: {}, line: 1, column: 1, exit }
}

function mismatchOf(
  { expected, line, bindings, undecided }: Difference,
  expectation: Expectation,
  lines: readonly string[],
  exit: Mismatch['exit'],
): Mismatch {
  const got = lines[line]
  const shared = { ok: false, line: line + 1, exit, ...(got === undefined ? {} : { got }) } as const
  if (expected?.kind !== 'line') {
    const at = expectation.lines.at(-1)?.at ?? expectation.at
    return { ...shared, kind: 'extra', at, bound: {}, column: 1 }
  }
  return {
    ...shared,
    kind: undecided ? 'undecided' : got === undefined ? 'missing' : 'line',
    at: expected.at,
    expected: spellExpectedLine(expected),
    bound: boundIn(expected, bindings),
    column: got === undefined ? 1 : furthestFit(expected, got, bindings) + 1,
  }
}

function boundIn(line: ExpectedLine, bindings: Bindings): Record<string, string> {
  if (line.kind !== 'line') return {}
  return Object.fromEntries(
    line.segments.flatMap((segment) => {
      // A secret is compared, but never printed.
      const name = segment.kind === 'placeholder' && segment.type !== 'secret' ? segment.name : undefined
      const value = name === undefined ? undefined : bindings.get(name)
      return name === undefined || value === undefined ? [] : [[name, value]]
    }),
  )
}

function exitDiffers(expectation: Expectation, lines: readonly string[], exit: Mismatch['exit']): Mismatch {
  return { ok: false, kind: 'exit', at: expectation.at, bound: {}, line: lines.length + 1, column: 1, exit }
}
