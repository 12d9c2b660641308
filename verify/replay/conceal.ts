/**
 * Keeps what `<secret>` matched out of everything that is kept or printed: the matched place itself, the same text
 * anywhere else in the transcript's output, and all of an output that was to hold a secret and did not match.
 */
import {
  chooseExpectation,
  redaction,
  type Command,
  type Facts,
  type Match,
  type Mismatch,
} from '#transcript'
import { findSecret } from '#ledger'
import type { CommandResult, Did, Problem } from './types.ts'

/** Shorter texts turn up anywhere by chance. */
const shortest = 4

/** What `<secret>` matched; text that the transcript itself prints is none. */
export function secretsIn({ spans, lines }: Match, source: string): string[] {
  return spans
    .filter(({ type }) => type === 'secret')
    .map(({ line, start, end }) => lines[line]!.slice(start, end))
    .filter((text) => text.length >= shortest && !source.includes(text))
}

export function expectsSecret(command: Command, facts: Facts): boolean {
  const lines = chooseExpectation(command, facts)?.lines ?? []
  return lines.some(
    (line) =>
      line.kind === 'line' &&
      line.segments.some((segment) => segment.kind === 'placeholder' && segment.type === 'secret'),
  )
}

export function hideIn(text: string, secrets: ReadonlySet<string>): string {
  const longestFirst = [...secrets].toSorted((a, b) => b.length - a.length)
  return longestFirst.reduce((hidden, secret) => hidden.replaceAll(secret, redaction), text)
}

export const hidden = '(hidden: a <secret> may stand here)'

/** For a command that differs: its output was never matched, so nobody knows where the secret stands in it. */
export function hideProblem(problem: Problem): Problem {
  if (problem.kind !== 'mismatch' || problem.mismatch.got === undefined) return problem
  return { kind: 'mismatch', mismatch: { ...problem.mismatch, got: hidden, column: 1 } }
}

export function concealAll(results: readonly CommandResult[], secrets: ReadonlySet<string>): CommandResult[] {
  return results.map((result) => conceal(result, secrets))
}

function conceal(result: CommandResult, secrets: ReadonlySet<string>): CommandResult {
  switch (result.state) {
    case 'verified':
    case 'ran':
      return secrets.size === 0 ? result : { ...result, did: concealDid(result.did, secrets) }
    case 'differs': {
      const output = hideIn(result.output, secrets)
      if (findSecret(output)) return { ...result, output: hidden, problem: hideProblem(result.problem) }
      return { ...result, output, problem: concealProblem(result.problem, secrets) }
    }
    case 'not-run':
    case 'not-reached':
      return result
  }
}

const concealDid = (did: Did, secrets: ReadonlySet<string>): Did => ({
  ...did,
  output: hideIn(did.output, secrets),
})

function concealProblem(problem: Problem, secrets: ReadonlySet<string>): Problem {
  if (problem.kind !== 'mismatch') return problem
  const { got } = problem.mismatch
  const mismatch: Mismatch =
    got === undefined ? problem.mismatch : { ...problem.mismatch, got: hideIn(got, secrets) }
  return { kind: 'mismatch', mismatch }
}
