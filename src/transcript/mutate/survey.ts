/** Holds each mutation and variation against a matcher, and says what swallowed those that should be noticed. */
import { matchExpectation, type Match } from '../match/index.ts'
import { isJudgeable } from './judge-line.ts'
import { judge, type Judgement } from './judge.ts'
import { mutations } from './mutations.ts'
import type { Matcher, Mutation, Subject, Survivor, Swallower, Touched, Variation } from './types.ts'
import { variations } from './variations.ts'

export type Survey = {
  /** How many mutations were tried, and how many were noticed. */
  tried: number
  noticed: number
  /** Mutations that another division puts inside a type: variations after all. */
  varied: number
  survivors: readonly Survivor[]
  /** Mutations accepted on lines that the second opinion can't be asked about. */
  unjudged: readonly Mutation[]
  variations: number
  /**
   * Variations after which a name, bound leftmost-longest, stands for another text than was put there
   * (`<any><int:n>`): by the rules they need not fit, and the second opinion agrees that they don't.
   */
  ambiguous: number
  /** Variations that the matcher did not accept: each is a fault of the matcher. */
  refused: readonly Variation[]
}

/** Undefined where the subject does not match in the first place: there is nothing to mutate. */
export function survey(subject: Subject, matcher: Matcher = matchExpectation): Survey | undefined {
  const { expectation, comparison, bindings, did } = subject
  const run = (changed: { output: string; exit: number }) =>
    matcher(expectation, changed.output, changed.exit, bindings, comparison)
  // Where placeholders stand is taken from the real matcher: the one on trial may be wrong about it.
  const match = matchExpectation(expectation, did.output, did.exit, bindings, comparison)
  if (!match.ok) return undefined

  // One at a time: each holds a whole output.
  let tried = 0
  const judged: { mutation: Mutation; swallowedBy: Swallower | 'type' | 'unjudged' }[] = []
  for (const mutation of mutations(match, did)) {
    tried += 1
    if (run(mutation.did).ok) judged.push({ mutation, swallowedBy: swallower(subject, match, mutation) })
  }
  let variationsTried = 0
  let ambiguous = 0
  const refused: Variation[] = []
  for (const variation of comparison === 'exit-only' ? [] : variations(match, did, bindings)) {
    variationsTried += 1
    if (run(variation.did).ok) continue
    if (canJudge(subject, match) && !judge(subject, variation.did)) ambiguous += 1
    else refused.push(variation)
  }
  const by = (wanted: string) =>
    judged.flatMap(({ mutation, swallowedBy }) => (swallowedBy === wanted ? [mutation] : []))
  return {
    tried,
    noticed: tried - judged.length,
    varied: by('type').length,
    survivors: judged.flatMap(({ mutation, swallowedBy }): Survivor[] =>
      swallowedBy === 'type' || swallowedBy === 'unjudged' ? [] : [{ ...mutation, swallowedBy }],
    ),
    unjudged: by('unjudged'),
    variations: variationsTried,
    ambiguous,
    refused,
  }
}

/** `type`: nothing was swallowed, the changed output is as the expectation says. */
function swallower(subject: Subject, match: Match, mutation: Mutation): Swallower | 'type' | 'unjudged' {
  const { comparison } = subject
  if (mutation.kind === 'exit') return 'nothing'
  if (comparison === 'exit-only') return '@ran'
  if (!canJudge(subject, match)) return 'unjudged'
  const judgement = judge(subject, mutation.did)
  if (!judgement) return 'nothing'
  if (mutation.kind === 'drop') return '...'
  const found = mutation.touched.flatMap((place) => coveringOf(judgement, place))
  for (const each of ['...', '<secret>', '<any>'] as const) if (found.includes(each)) return each
  return mutation.kind === 'swap' && comparison === 'unordered' ? '@unordered' : 'type'
}

function canJudge({ expectation }: Subject, { lines }: Match): boolean {
  const length = Math.max(0, ...lines.map((line) => line.length))
  return expectation.lines.every((line) => line.kind === 'any-lines' || isJudgeable(line, length))
}

/** What matched the part that was touched; an edge counts, since what was cut left no column of its own. */
function coveringOf(
  judgement: Judgement,
  { line, start = 0, end = Infinity }: Touched,
): ('...' | '<secret>' | '<any>')[] {
  const verdict = judgement[line]
  if (verdict === undefined) return []
  if (verdict === '...') return ['...']
  return verdict.values
    .filter((value) => value.start <= end && value.end >= start)
    .flatMap(({ type }) =>
      type === 'any' ? ['<any>' as const] : type === 'secret' ? ['<secret>' as const] : [],
    )
}
