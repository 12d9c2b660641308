import { matchLine, type LineMatch } from './line.ts'
import type { TextLine } from './parts.ts'
import type { Bindings } from './types.ts'

export type LineMatcher = (expected: TextLine, line: string, bindings: Bindings) => LineMatch

/**
 * `matchLine` for one comparison: a line without names is compared once with each text, however many places `...`
 * or `@unordered` try it in.
 */
export function rememberLines(): LineMatcher {
  const known = new Map<TextLine, Map<string, LineMatch>>()
  return (expected, line, bindings) => {
    if (expected.segments.some((part) => part.kind === 'placeholder' && part.name !== undefined))
      return matchLine(expected, line, bindings)
    const texts = known.get(expected) ?? new Map<string, LineMatch>()
    known.set(expected, texts)
    const result = texts.get(line) ?? matchLine(expected, line, bindings)
    texts.set(line, result)
    return result.fits ? { ...result, bindings } : result
  }
}
