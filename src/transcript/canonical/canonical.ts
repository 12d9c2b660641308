/**
 * The strings that the ledger hashes. Inputs are what decides what runs; expectations are what output is held
 * against. Neither holds positions, spacing that does not count, escapes or the order of directives, so that
 * reformatting leaves both as they are. The contents of `uses:` files are the caller's to add.
 */
import { normaliseLine } from '../match/index.ts'
import type { Command, Expectation, ExpectedLine, Segment, Transcript } from '../types.ts'

export function canonicalInputs({ header, steps }: Transcript): string {
  const { targets, needs, timeout, uses, namespace } = header
  return JSON.stringify({
    targets,
    needs: needs.map(({ name, count }) => [name, count ?? null]),
    timeout,
    uses,
    namespace: namespace ?? null,
    steps: steps.map(({ id, hidden, commands }) => ({ id, hidden, commands: commands.map(inputsOf) })),
  })
}

function inputsOf({ text, directives }: Command) {
  const { until = null, timeout = null, unordered, ran, notRun = null } = directives
  return { text, until, timeout, unordered, ran, notRun }
}

export function canonicalExpectations({ steps }: Transcript): string {
  return JSON.stringify(
    steps.map(({ commands }) => commands.map(({ expectations }) => expectations.map(expectationOf))),
  )
}

function expectationOf({ when, lines, exit }: Expectation) {
  return { when: when ? [when.fact, when.operator, when.value] : null, exit, lines: lines.map(lineOf) }
}

/** A literal begins with `=`, a placeholder does not, so that neither can pass for the other. */
function lineOf(line: ExpectedLine): string[] | '...' {
  if (line.kind === 'any-lines') return '...'
  const parts = line.segments.map(partOf)
  const last = parts.at(-1)
  if (!last?.startsWith('=')) return parts
  const trimmed = normaliseLine(last)
  return trimmed === '=' ? parts.slice(0, -1) : [...parts.slice(0, -1), trimmed]
}

function partOf(segment: Segment): string {
  if (segment.kind === 'literal') return `=${segment.text.replace(/[\t ]+/g, ' ')}`
  return segment.name === undefined ? segment.type : `${segment.type}:${segment.name}`
}
