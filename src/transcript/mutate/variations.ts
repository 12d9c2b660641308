/** Other values of the same type for what each placeholder matched; one name changes everywhere at once. */
import type { Bindings, Match } from '../match/index.ts'
import { placeholders } from '../placeholders/index.ts'
import { substitute, togetherWith } from './substitute.ts'
import type { Did, Variation } from './types.ts'

export function* variations(match: Match, did: Did, bindings: Bindings): Generator<Variation> {
  const seen = new Set<string>()
  for (const span of match.spans) {
    // A name that was bound before is a literal here.
    if (span.name !== undefined && (bindings.has(span.name) || seen.has(span.name))) continue
    if (span.name !== undefined) seen.add(span.name)
    const together = togetherWith(match, span)
    // An empty value named twice can't be told from the spaces around it.
    if (together.length > 1 && span.start === span.end) continue
    for (const value of placeholders[span.type].accepts) {
      const output = substitute(match, together, value)
        .map((line) => `${line}\n`)
        .join('')
      yield {
        type: span.type,
        what: `line ${span.line + 1}: "${value}" for <${span.type}>`,
        did: { output, exit: did.exit },
      }
    }
  }
}
