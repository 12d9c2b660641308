/**
 * The schema of recorded proof: one file for each transcript and target, written by `verify --record` alone.
 */
import type { Target } from '#transcript'

/** What the run stood on. Every field is read from the machine, never assumed. */
export type Environment = {
  kernel: string
  architecture: string
  distribution: string
  cgroup: 'v1' | 'v2' | 'hybrid'
  bash: string
  /** `root` or `user`: who started the sandbox. */
  user: 'root' | 'user'
  iptables?: string
  k3s?: { version: string; sha256: string; release: boolean }
  containerd?: string
  runc?: string
  /** For the vm: how its processor was emulated. */
  accelerator?: 'kvm' | 'tcg'
}

export type RecordedCommand = {
  step: string
  /** The index of the command in its step. */
  index: number
  /** What was fed to bash; with `step` and `index` it ties the record to the transcript. */
  command: string
  /** Real output, colours and carriage returns included; absent where the command was not run. */
  output?: string
  /** Set where the output's last line has no newline. */
  unterminated?: true
  /** Bytes printed beyond the limit and not kept; only `@ran` allows it. */
  dropped?: number
  exit?: number
  milliseconds?: number
  /** Present for `@until` alone. */
  tries?: number
}

export type ProofRecord = {
  schema: 1
  transcript: string
  target: Target
  environment: Environment
  started: string
  inputs: string
  expectations: string
  commands: RecordedCommand[]
}
