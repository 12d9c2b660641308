/** How far into a line some division still fits: where a failure is marked. */
import { reach, type Positions } from '../expression/index.ts'
import { patternOf } from '../placeholders/index.ts'
import { partsOf, type TextLine } from './parts.ts'
import type { Bindings } from './types.ts'

export function furthestFit(expected: TextLine, line: string, bindings: Bindings): number {
  let starts: Positions = new Uint8Array(line.length + 1)
  starts[0] = 1
  let furthest = 0
  for (const part of partsOf(expected, bindings)) {
    if (part.kind === 'open') {
      starts = reach(patternOf(part.type).forward, line, starts)
      furthest = Math.max(furthest, starts.lastIndexOf(1))
      continue
    }
    const ends = new Uint8Array(line.length + 1)
    starts.forEach((fits, at) => {
      if (!fits) return
      // As in `divide`: a space may have been read before an empty value.
      const text =
        part.text.startsWith(' ') && line[at] !== ' ' && line[at - 1] === ' ' ? part.text.slice(1) : part.text
      const common = commonPrefix(text, line, at)
      furthest = Math.max(furthest, at + common)
      if (common === text.length) ends[at + common] = 1
    })
    starts = ends
  }
  return furthest
}

function commonPrefix(text: string, line: string, at: number): number {
  let length = 0
  while (length < text.length && at + length < line.length && text[length] === line[at + length]) length += 1
  return length
}
