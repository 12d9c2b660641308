import type { Bindings, Comparison, Match, Mismatch } from '../match/index.ts'
import type { TypeName } from '../placeholders/index.ts'
import type { Expectation } from '../types.ts'

export type Did = { output: string; exit: number }

/** A command that was recorded and matches; `bindings` are those before it. */
export type Subject = { expectation: Expectation; comparison: Comparison; bindings: Bindings; did: Did }

export type MutationKind =
  'digit' | 'word' | 'case' | 'longer' | 'shorter' | 'indent' | 'drop' | 'add' | 'swap' | 'type' | 'exit'

/** Part of a line (from 0) of the mutated output: columns `start` to before `end`, the whole line without them. */
export type Touched = { line: number; start?: number; end?: number }

/** A change to what a command did that should be noticed. */
export type Mutation = { kind: MutationKind; what: string; did: Did; touched: readonly Touched[] }

/** A change that stays inside a placeholder's type and must be accepted. */
export type Variation = { type: TypeName; what: string; did: Did }

/** What may swallow a mutation; `nothing` is a hole in the matcher. */
export type Swallower = '...' | '<any>' | '@unordered' | '@ran' | '<secret>' | 'nothing'

export type Survivor = Mutation & { swallowedBy: Swallower }

export type Matcher = (
  expectation: Expectation,
  output: string,
  exit: number,
  bindings: Bindings,
  comparison: Comparison,
) => Match | Mismatch
