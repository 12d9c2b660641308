/** Faults of a chapter have the shape of a transcript's: where, what was expected, what stands there, what to do. */
import type { Fault, Position } from '#transcript'

export type { Fault, Position }

export const start: Position = { line: 1, column: 1 }

export function printFault({ file, at, rule, expected, got, todo }: Fault): string {
  return [
    `${file}:${at.line}:${at.column}: ${rule}`,
    `  expected: ${expected}`,
    `  got:      ${got}`,
    `  to do:    ${todo}`,
  ].join('\n')
}
