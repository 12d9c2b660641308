import type { TypeName } from '../placeholders/index.ts'
import type { Position } from '../types.ts'

/** What each name stands for so far. Matching never changes it: it returns a new one. */
export type Bindings = ReadonlyMap<string, string>

/** Where a placeholder matched: a line of the normalised output (from 0), and columns `start` to before `end`. */
export type Span = { line: number; start: number; end: number; type: TypeName; name?: string }

export type Match = {
  ok: true
  bindings: Bindings
  /** The output as it was compared, line by line. */
  lines: readonly string[]
  spans: readonly Span[]
  /** Lines (from 0) that only `...` matched; under `@ran`, all. */
  skipped: readonly number[]
}

export type MismatchKind =
  | 'line' // a line differs
  | 'missing' // the output ends too early, or no line fits
  | 'extra' // the output goes on
  | 'exit' // only the exit status differs
  | 'no-expectation' // no `@when` holds and there is no default
  | 'undecided' // one name stands several times in a line that can be divided in too many ways

export type Mismatch = {
  ok: false
  kind: MismatchKind
  /** Where the expected line stands in the transcript; for `extra`, its last one. */
  at: Position
  /** As the transcript writes it; absent where the output should have ended. */
  expected?: string
  /** Names in the expected line that earlier lines have bound. */
  bound: Readonly<Record<string, string>>
  got?: string
  /** Line of the output, from 1, and the column at which it first differs. */
  line: number
  column: number
  exit: { expected: number; got: number }
}

export type Comparison = 'ordered' | 'unordered' | 'exit-only'
