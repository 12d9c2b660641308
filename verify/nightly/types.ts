/** What a night consists of and what it finds: data alone. */
import type { Target as ConformTarget } from '#conformance'
import type { Environment } from '#ledger'
import type { Target as TargetName } from '#transcript'

/** One call of an entry point that a person could make as well. */
export type Part = {
  /** `replay on host 1/2`, `namespaces on vm`. */
  name: string
  /** The program below the project, and its words; `--json FILE` is added. */
  program: 'verify/cli.ts' | 'verify/conformance/run.ts'
  words: readonly string[]
  /** What is measured wants a quiet machine, so nothing runs beside it. */
  alone: boolean
} & (
  | { kind: 'records' }
  | { kind: 'replay'; target: TargetName }
  | { kind: 'conform'; model: string; target: ConformTarget }
)

export type PartRun = {
  part: Part
  /** Null where a signal or its time limit ended it. */
  exit: number | null
  /** What it wrote with `--json`; undefined where it wrote nothing. */
  json: unknown
  printed: string
  seconds: number
}

/**
 * - `output`: a command printed something else than its transcript expects.
 * - `leftover`: something outlived its sandbox.
 * - `model`: a model and the real thing part.
 * - `record`: a record no longer fits its transcript.
 * - `broken`: a part ended without a result.
 */
export type DriftKind = 'output' | 'leftover' | 'model' | 'record' | 'broken'

export type Drift = {
  kind: DriftKind
  part: string
  /** `namespaces/pod on k3s, step "ready", line 7`. */
  what: string
  /** Expected and got, or the smallest case. */
  detail: string
  todo: string
  /** The transcript of an output that differs, to be replayed once more. */
  file?: string
}

/** `known` by the part itself: a target that is missing, a need that is not met. */
export type Skip = { part: string; what: string; why: string }

/** A proof that holds, but is of another machine than tonight's. */
export type Moved = { what: string; from: string; to: string }

export type Findings = {
  part: string
  seconds: number
  passed: number
  drifts: Drift[]
  skips: Skip[]
  moved: Moved[]
  environments: Environment[]
  commands: { compared: number; ran: number; notRun: number }
  cases: { agree: number; differ: number; declared: number; notApplicable: number }
}

export const nothingFound = (part: string, seconds: number): Findings => ({
  ...{ part, seconds, passed: 0, drifts: [], skips: [], moved: [], environments: [] },
  commands: { compared: 0, ran: 0, notRun: 0 },
  cases: { agree: 0, differ: 0, declared: 0, notApplicable: 0 },
})

export type Night = {
  schema: 1
  started: string
  seconds: number
  seed: number
  findings: Findings[]
}
