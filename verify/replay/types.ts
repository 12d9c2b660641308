/** What a replay gives back: data alone. Printing is in verify/report, keeping in verify/records. */
import type { Environment } from '#ledger'
import type { Command, Mismatch, Pinned, Step, Target as TargetName, Transcript } from '#transcript'
import type { Leftover, SuppliedFile, Target } from '../targets/types.ts'

/** A transcript, read; `id` is `chapter/name`, or where it stands elsewhere, without its ending. */
export type Loaded = {
  id: string
  transcript: Transcript
  /** Absolute: where `uses:` files are, and `records/`. */
  folder: string
  files: readonly SuppliedFile[]
}

/** One transcript on one target. */
export type Task = { loaded: Loaded; target: Target }

export type Did = {
  /** Redacted. */
  output: string
  unterminated: boolean
  /** Bytes beyond the limit that were not kept. */
  dropped: number
  exit: number
  milliseconds: number
  /** For `@until` alone. */
  tries?: number
}

/** Why a command differs. */
export type Problem =
  | { kind: 'mismatch'; mismatch: Mismatch }
  | { kind: 'too-long'; dropped: number }
  | { kind: 'timeout'; limit: number }
  | { kind: 'shell-ended'; exit: number | undefined }
  | { kind: 'incomplete' }
  | { kind: 'lost' }

export type CommandResult = { step: Step; index: number; command: Command } & (
  | { state: 'verified' | 'ran'; did: Did; pinned: Pinned }
  | { state: 'not-run'; reason: string }
  | { state: 'differs'; problem: Problem; output: string; milliseconds: number; tries: number }
  | { state: 'not-reached' }
)

export type Replay = {
  id: string
  target: TargetName
  transcript: Transcript
  /** Absent where the target could not even be asked. */
  environment?: Environment
  /** ISO 8601. */
  started: string
  milliseconds: number
  commands: readonly CommandResult[]
  leftovers: readonly Leftover[]
  /** With `keep`: how to get in. */
  enter?: string
  /** The sandbox could not be made or ended; in words. */
  fault?: string
  /** Ended from outside: Ctrl-C. */
  stopped?: true
}

export const hasPassed = (replay: Replay): boolean =>
  replay.fault === undefined &&
  replay.stopped === undefined &&
  replay.leftovers.length === 0 &&
  replay.commands.every(({ state }) => state !== 'differs' && state !== 'not-reached')

/** A transcript that was not replayed on a target that it names. `missing`: the target itself can't be had. */
export type Skip = { id: string; target: TargetName; commands: number; why: string; missing: boolean }

/** Time, so that tests need not wait. */
export type Clock = {
  now(): number
  date(): Date
  sleep(milliseconds: number): Promise<void>
}
