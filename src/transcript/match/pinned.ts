import type { Match } from './types.ts'

/** Characters of the normalised output, and how many a literal or a type other than `any` matched. */
export type Pinned = { pinned: number; characters: number }

export function pinnedOf({ lines, spans, skipped }: Match): Pinned {
  const characters = lines.reduce((sum, line) => sum + line.length, 0)
  const bySkipping = skipped.reduce((sum, line) => sum + lines[line]!.length, 0)
  const byAny = spans.reduce((sum, span) => sum + (span.type === 'any' ? span.end - span.start : 0), 0)
  return { pinned: characters - bySkipping - byAny, characters }
}

export function sumPinned(all: readonly Pinned[]): Pinned {
  return all.reduce(
    (sum, each) => ({ pinned: sum.pinned + each.pinned, characters: sum.characters + each.characters }),
    { pinned: 0, characters: 0 },
  )
}
