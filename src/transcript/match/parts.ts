/** An expected line made ready for comparing: names that are bound have become fixed text. */
import type { TypeName } from '../placeholders/index.ts'
import type { ExpectedLine, Segment } from '../types.ts'
import { normaliseLine } from './normalise.ts'
import type { Bindings } from './types.ts'

/** A `guess` is a value tried for a name that stands twice in the line; as a value it never leans on its neighbours. */
export type Part =
  | { kind: 'fixed'; text: string; of?: { type: TypeName; name: string }; guess?: true }
  | { kind: 'open'; type: TypeName; name?: string }

export type TextLine = Extract<ExpectedLine, { kind: 'line' }>

export function partsOf(line: TextLine, bindings: Bindings): Part[] {
  const parts = line.segments.map((segment) => toPart(segment, bindings))
  return parts.map((part, index) => (index === parts.length - 1 ? trimEnd(part) : part))
}

/** The parser lets no other type through. */
function toPart(segment: Segment, bindings: Bindings): Part {
  if (segment.kind === 'literal') return { kind: 'fixed', text: equalSpaces(segment.text) }
  const type = segment.type as TypeName
  if (segment.name === undefined) return { kind: 'open', type }
  const text = bindings.get(segment.name)
  return text === undefined
    ? { kind: 'open', type, name: segment.name }
    : { kind: 'fixed', text, of: { type, name: segment.name } }
}

function equalSpaces(text: string): string {
  return text.replace(/[\t ]+/g, ' ')
}

function trimEnd(part: Part): Part {
  return part.kind === 'fixed' ? { ...part, text: part.text.replace(/ +$/, '') } : part
}

/** The one text that fits, where no placeholder is open. */
export function fixedText(parts: readonly Part[]): string | undefined {
  if (parts.some((part) => part.kind === 'open')) return undefined
  return normaliseLine(parts.map((part) => (part.kind === 'fixed' ? part.text : '')).join(''))
}
