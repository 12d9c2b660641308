/**
 * Thompson's construction: an expression becomes states with at most one character edge each. Simulating all
 * states at once costs text × states, whatever the text; nothing ever backtracks.
 */
import type { Expression } from './parse-expression.ts'

/** Where a state can get to without reading: states that read a character, and whether the end is among them. */
export type Closure = { reading: readonly number[]; accepts: boolean }

export type Automaton = {
  start: Closure
  /** For each reading state: which characters it takes, and the closure that follows. */
  reads: readonly ((code: number) => boolean)[]
  next: readonly Closure[]
}

type Character = Extract<Expression, { kind: 'character' }>
type Draft = { free: number[][]; edge: ({ character: Character; to: number } | undefined)[] }

/** `backward` builds the automaton of the reversed language: it reads a text from its end. */
export function compile(expression: Expression, direction: 'forward' | 'backward'): Automaton {
  const draft: Draft = { free: [], edge: [] }
  const start = addState(draft)
  const end = build(draft, expression, start, direction)
  const reading = draft.edge.flatMap((edge, state) => (edge ? [state] : []))
  const rank = new Map(reading.map((state, index) => [state, index]))
  const closure = (from: number) => closureOf(draft, from, end, rank)
  const edges = reading.map((state) => draft.edge[state]!)
  return {
    start: closure(start),
    reads: edges.map((edge) => tester(edge.character)),
    next: edges.map((edge) => closure(edge.to)),
  }
}

function addState(draft: Draft): number {
  draft.free.push([])
  draft.edge.push(undefined)
  return draft.free.length - 1
}

/** Adds the expression behind `from` and returns the state in which it ends. */
function build(
  draft: Draft,
  expression: Expression,
  from: number,
  direction: 'forward' | 'backward',
): number {
  switch (expression.kind) {
    case 'character': {
      // A state has one character edge; a fresh one keeps that true however states are shared.
      const own = addState(draft)
      const to = addState(draft)
      draft.free[from]!.push(own)
      draft.edge[own] = { character: expression, to }
      return to
    }
    case 'sequence': {
      const parts = direction === 'forward' ? expression.parts : expression.parts.toReversed()
      return parts.reduce((state, part) => build(draft, part, state, direction), from)
    }
    case 'choice': {
      const end = addState(draft)
      for (const option of expression.options) {
        const begin = addState(draft)
        draft.free[from]!.push(begin)
        draft.free[build(draft, option, begin, direction)]!.push(end)
      }
      return end
    }
    case 'repeat':
      return buildRepeat(draft, expression, from, direction)
  }
}

function buildRepeat(
  draft: Draft,
  { part, least, most }: Extract<Expression, { kind: 'repeat' }>,
  from: number,
  direction: 'forward' | 'backward',
): number {
  let state = from
  for (let count = 0; count < least; count += 1) state = build(draft, part, state, direction)
  const end = addState(draft)
  if (most === Infinity) {
    const loop = addState(draft)
    draft.free[state]!.push(loop)
    draft.free[build(draft, part, loop, direction)]!.push(loop)
    draft.free[loop]!.push(end)
    return end
  }
  for (let count = least; count < most; count += 1) {
    draft.free[state]!.push(end)
    state = build(draft, part, state, direction)
  }
  draft.free[state]!.push(end)
  return end
}

function closureOf(draft: Draft, from: number, end: number, rank: Map<number, number>): Closure {
  const seen = new Set([from])
  for (const state of seen) for (const next of draft.free[state]!) seen.add(next)
  const reading = [...seen].flatMap((state) => rank.get(state) ?? [])
  return { reading, accepts: seen.has(end) }
}

function tester({ ranges, negated }: Character): (code: number) => boolean {
  const within = (code: number) => ranges.some(([from, to]) => code >= from && code <= to)
  const ascii = Array.from({ length: 128 }, (_, code) => within(code) !== negated)
  return (code) => (code < 128 ? ascii[code]! : within(code) !== negated)
}
