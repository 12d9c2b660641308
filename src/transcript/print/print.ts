/**
 * Prints a tree. Steps, commands and expected lines are written from their nodes; where a node has several
 * spellings the source's own is kept as long as it still means the node. Header, directives, exits and blank
 * lines have no node of a line's size and come from the source as they stand.
 */
import { parseExpectedLine } from '../parse/index.ts'
import type { Command, ExpectedLine, Transcript } from '../types.ts'
import { spellCommand, spellExpectedLine } from './spell.ts'

export function printTranscript({ source, steps }: Transcript): string {
  const lines = [...source]
  for (const step of steps) {
    lines[step.at.line - 1] = `== ${step.id}`
    for (const command of step.commands) {
      spellCommand(command).forEach((spelling, index) => {
        const place = command.at.line - 1 + index
        lines[place] = keepEmptyContinuation(spelling, source[place])
      })
      for (const line of linesOf(command))
        lines[line.at.line - 1] = keepMeaning(line, source[line.at.line - 1])
    }
  }
  return lines.map((line) => `${line}\n`).join('')
}

function linesOf(command: Command): ExpectedLine[] {
  return command.expectations.flatMap((expectation) => expectation.lines)
}

/** An empty continuation line is `>`, or `> ` with a space that editors like to cut. */
function keepEmptyContinuation(spelling: string, source: string | undefined): string {
  return spelling === '>' && source === '> ' ? source : spelling
}

function keepMeaning(line: ExpectedLine, source: string | undefined): string {
  if (source === undefined) return spellExpectedLine(line)
  if (source.trim() === '') return isBlank(line) ? source : spellExpectedLine(line)
  const read = parseExpectedLine(source, line.at.line, () => {})
  return meaning(read) === meaning(line) ? source : spellExpectedLine(line)
}

function isBlank(line: ExpectedLine): boolean {
  return line.kind === 'line' && line.segments.length === 0
}

function meaning(line: ExpectedLine): string {
  if (line.kind === 'any-lines') return '...'
  return JSON.stringify(
    line.segments.map((segment) =>
      segment.kind === 'literal' ? segment.text : { type: segment.type, name: segment.name ?? null },
    ),
  )
}
