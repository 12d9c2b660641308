/** For tests: the command, or the expectation, that some lines of a transcript read as. */
import { formatFault, parseTranscript } from './parse/index.ts'
import type { Command, Expectation, Transcript } from './types.ts'

export function readTranscript(source: string): Transcript {
  const parsed = parseTranscript(source, 'x.transcript')
  if (!parsed.ok) throw new Error(parsed.faults.map(formatFault).join('\n'))
  return parsed.transcript
}

export function readCommand(body: string): Command {
  return readTranscript(`targets: host\n---\n== a\n${body}\n`).steps[0]!.commands[0]!
}

export function expecting(...lines: string[]): Expectation {
  return readCommand(['$ x', ...lines].join('\n')).expectations[0]!
}
