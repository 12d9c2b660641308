/**
 * What a replay asks of a target. One implementation each for host, vm and k3s; several transcripts run on a target
 * at a time, and what is costly to start (a vm, a cluster) starts once a run, with the first `open`.
 *
 * Inside a vm the host's implementation serves as it is: an agent there opens sessions of it and passes these
 * calls on, so that a transcript is as isolated in the vm as on the host.
 */
import type { Environment } from '#ledger'
import type { Header, Target as TargetName, Transcript } from '#transcript'

/** Whether the target can be had here. `todo` says in a sentence what would make it so. */
export type Availability = { ok: true } | { ok: false; missing: string; todo: string }

/** What `@when` asks for: `cgroup`, `kernel`, `iptables`, `target`, `arch`, `user` … */
export type Facts = Readonly<Record<string, string>>

export type Probe = { environment: Environment; facts: Facts }

/** A file of `uses:`, relative to the transcript's folder; the session's first directory holds a copy. */
export type SuppliedFile = { path: string; content: Uint8Array; mode: number }

export type Order = {
  /** `chapter/transcript`, or the path of a transcript elsewhere: the maker of whatever is left over. */
  id: string
  transcript: Transcript
  files: readonly SuppliedFile[]
  /** Leave the sandbox when the session closes; `Closing.enter` says how to get in. */
  keep: boolean
}

/**
 * How a command ended:
 * - `done`: the shell is ready for the next one.
 * - `shell-ended`: the shell itself is gone (`exit 7`, `kill -9 $$`, a syntax error); `exit` is its status.
 * - `timeout`: time ran out; everything in the sandbox is dead, `output` is what was printed so far.
 * - `incomplete`: never fed, because bash would have waited for more of it; `output` is bash's complaint.
 * - `lost`: the sandbox or its machine went away.
 * After anything but `done` and `incomplete` the session takes no further command.
 */
export type Ending = 'done' | 'shell-ended' | 'timeout' | 'incomplete' | 'lost'

export type Run = {
  ended: Ending
  /** stdout and stderr as they came, at most `outputLimit` bytes of them. */
  output: Uint8Array
  /** How many bytes were printed beyond the limit and dropped. */
  dropped: number
  /** Absent where no status is known: `timeout`, `incomplete`, `lost`. */
  exit?: number
  milliseconds: number
}

/** Something that outlived its sandbox: a process, a cgroup, a mount, a link, a file. */
export type Leftover = { kind: string; name: string; maker: string }

export type Closing = {
  leftovers: readonly Leftover[]
  /** With `keep`: the command line that opens a shell in what was left. */
  enter?: string
}

export type Session = {
  /** `timeout` in milliseconds. Calls do not overlap. */
  run(command: string, options: { timeout: number }): Promise<Run>
  /** Ends the sandbox, compares the inventories of before and after, and says what stayed. Safe to call twice. */
  close(): Promise<Closing>
}

export type Target = {
  name: TargetName
  available(): Promise<Availability>
  /** Fetches what can be fetched for it, once, when it was asked for by name; `say` gets a line for what takes a while. */
  prepare?(say: (line: string) => void): Promise<void>
  /** What a transcript with this header would stand on: a vm may boot with another version of cgroups for it. */
  probe(header?: Header): Promise<Probe>
  /** Why a transcript with this header is skipped here (a need that is not met); undefined when it can run. */
  lacks(header: Header): Promise<string | undefined>
  open(order: Order): Promise<Session>
  /** A shell of the transcript's sandbox on the caller's own terminal: `verify -- enter`. Resolves with its exit status. */
  enter?(order: Order): Promise<number>
  /** Ends what was started once for the run. */
  close(): Promise<void>
}

/** Bytes of output kept for a command; what comes after is counted and dropped. */
export const outputLimit = 1_000_000
