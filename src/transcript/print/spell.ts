/** How a node is written. Where several spellings mean the same, `spell` picks the one without needless escapes. */
import { isTypeName } from '../placeholders/index.ts'
import type { Command, ExpectedLine, Segment } from '../types.ts'

export function spellCommand(command: Command): string[] {
  const [first = '', ...rest] = command.text.split('\n')
  return [`$ ${first}`, ...rest.map((line) => (line === '' ? '>' : `> ${line}`))]
}

export function spellExpectedLine(line: ExpectedLine): string {
  if (line.kind === 'any-lines') return '...'
  if (line.segments.length === 0) return '\\'
  const [first] = line.segments
  const text = line.segments.map(spellSegment).join('')
  if (first?.kind !== 'literal') return text
  return /^(\$( |$)|>( |$)|==( |$)|@|\[exit|\.\.\.|\\)/.test(first.text) && !text.startsWith('\\<')
    ? `\\${text}`
    : text
}

function spellSegment(segment: Segment): string {
  if (segment.kind === 'literal')
    return segment.text.replace(
      /<([a-z][a-z0-9]*)(:[a-z][a-z0-9-]*)?>/g,
      (shape, type: string, name?: string) => (isTypeName(type) || name !== undefined ? `\\${shape}` : shape),
    )
  return segment.name === undefined ? `<${segment.type}>` : `<${segment.type}:${segment.name}>`
}
