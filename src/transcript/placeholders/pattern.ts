import { compilePattern, reach, type Pattern } from '../expression/index.ts'
import { placeholders, type TypeName } from './table.ts'

const compiled = new Map<TypeName, Pattern>()

/** The table's names in the order in which the book shows them. */
export const typeNames = Object.keys(placeholders) as TypeName[]

export function isTypeName(word: string): word is TypeName {
  return Object.hasOwn(placeholders, word)
}

/** Types are compiled when first needed: few transcripts use them all. */
export function patternOf(type: TypeName): Pattern {
  const known = compiled.get(type)
  if (known) return known
  const pattern = compilePattern(placeholders[type].expression)
  compiled.set(type, pattern)
  return pattern
}

/** Whether the whole value is of the type. */
export function accepts(type: TypeName, value: string): boolean {
  const starts = new Uint8Array(value.length + 1)
  starts[0] = 1
  return reach(patternOf(type).forward, value, starts)[value.length] === 1
}
