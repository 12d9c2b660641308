import type { Command, ExpectedLine, Expectation } from '#transcript'

/** A stretch of output as a page shows it; `varies` says which kind of value may stand there instead. */
export type Piece = { text: string; varies?: string }

const ofLine = (line: ExpectedLine): Piece[] =>
  line.kind === 'any-lines'
    ? [{ text: '…', varies: '...' }]
    : line.segments.map((segment) =>
        segment.kind === 'literal'
          ? { text: segment.text }
          : { text: `‹${segment.type}›`, varies: segment.type },
      )

/** The expectation a page shows before any run: the default, or the first. */
const shownExpectation = ({ expectations }: Command): Expectation | undefined =>
  expectations.find(({ when }) => !when) ?? expectations[0]

/** What a command is expected to print, line by line, with its exit status where it is not 0. */
export function expectedLines(command: Command): Piece[][] {
  const expectation = shownExpectation(command)
  if (!expectation) return []
  const lines = expectation.lines.map(ofLine)
  return expectation.exit === 0 ? lines : [...lines, [{ text: `[exit ${expectation.exit}]` }]]
}
