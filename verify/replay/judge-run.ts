/** What a run of a command proves: that it matches, or why it does not. Pure. */
import { comparisonOf, matchCommand, type Bindings, type Command, type Facts, type Match } from '#transcript'
import type { Run } from '../targets/types.ts'
import type { Problem } from './types.ts'

export type Judged = { match: Match; exit: number } | { problem: Problem }

type Circumstances = {
  facts: Facts
  bindings: Bindings
  /** Milliseconds that the command was given. */
  limit: number
  /** The transcript's last command is the only one that may end the shell. */
  last: boolean
}

export function judgeRun(command: Command, run: Run, output: string, around: Circumstances): Judged {
  switch (run.ended) {
    case 'timeout':
      return { problem: { kind: 'timeout', limit: around.limit } }
    case 'incomplete':
    case 'lost':
      return { problem: { kind: run.ended } }
    case 'shell-ended':
      return around.last && run.exit !== undefined
        ? compare(command, run, run.exit, output, around)
        : { problem: { kind: 'shell-ended', exit: run.exit } }
    case 'done':
      return run.exit === undefined
        ? { problem: { kind: 'lost' } }
        : compare(command, run, run.exit, output, around)
  }
}

function compare(
  command: Command,
  { dropped }: Run,
  exit: number,
  output: string,
  { facts, bindings }: Circumstances,
): Judged {
  // What was dropped can't be compared, and `...` must not claim that it was.
  if (dropped > 0 && comparisonOf(command) !== 'exit-only') return { problem: { kind: 'too-long', dropped } }
  const match = matchCommand(command, facts, { output, exit }, bindings)
  return match.ok ? { match, exit } : { problem: { kind: 'mismatch', mismatch: match } }
}
