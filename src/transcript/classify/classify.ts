/** What a page may claim about a command before any record is looked at. */
import type { Command, Expectation, Segment } from '../types.ts'

export type Classification = 'verified' | 'ran' | 'not-run'

/**
 * With an expectation: what it proves. Without one: the weakest claim among all the command's expectations, so
 * that a page never promises more than some target will show.
 */
export function classify(command: Command, expectation?: Expectation): Classification {
  if (command.directives.notRun !== undefined) return 'not-run'
  const judged = expectation ? [expectation] : command.expectations
  return command.directives.ran || judged.some(comparesNothing) ? 'ran' : 'verified'
}

/** Lines of `...` and `<any>` alone. No lines at all is different: it says that there is no output. */
function comparesNothing({ lines }: Expectation): boolean {
  return lines.length > 0 && lines.every((line) => line.kind === 'any-lines' || isAny(line.segments))
}

function isAny(segments: readonly Segment[]): boolean {
  const placeholders = segments.filter((segment) => segment.kind === 'placeholder')
  const literals = segments.filter((segment) => segment.kind === 'literal')
  return (
    placeholders.length > 0 &&
    placeholders.every(({ type }) => type === 'any') &&
    literals.every(({ text }) => text.trim() === '')
  )
}
