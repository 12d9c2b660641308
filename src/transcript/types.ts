/**
 * The tree of a transcript. Every node keeps where it stands, so that a fault, a failure and a page can all
 * point at the same `file:line:column`; every source line is kept as written, so that print(parse(x)) is x.
 */
export type Position = { line: number; column: number }

export type Target = 'host' | 'vm' | 'k3s'

/** One word of `needs:`, with its argument where it takes one (`agents 2`). */
export type Need = { name: string; count?: number; at: Position }

export type Header = {
  targets: Target[]
  needs: Need[]
  /** A command's time limit in milliseconds; 10 s where the header is silent. */
  timeout: number
  /** Files the transcript reads, relative to its folder. */
  uses: string[]
  namespace?: string
}

export type Condition = { fact: string; operator: '=' | '!=' | '<' | '<=' | '>' | '>='; value: string }

export type Segment =
  { kind: 'literal'; text: string } | { kind: 'placeholder'; type: string; name?: string; at: Position }

/** A line of expected output: `...` (any number of lines), or literals and placeholders. */
export type ExpectedLine =
  { kind: 'any-lines'; at: Position } | { kind: 'line'; segments: Segment[]; at: Position }

/** What a command should print; `when` absent marks the default. An exit status that is not written is 0. */
export type Expectation = { when?: Condition; lines: ExpectedLine[]; exit: number; at: Position }

export type Directives = {
  /** Repeat until it matches, for at most so many milliseconds. */
  until?: number
  timeout?: number
  unordered: boolean
  ran: boolean
  /** The reason for which the command is not run. */
  notRun?: string
}

export type Command = {
  /** What is fed to bash, continuation lines joined with newlines, byte for byte. */
  text: string
  directives: Directives
  expectations: Expectation[]
  at: Position
}

export type Step = { id: string; hidden: boolean; commands: Command[]; at: Position }

export type Transcript = {
  file: string
  header: Header
  steps: Step[]
  /** The source, line by line, without line ends; printing joins it again. */
  source: readonly string[]
}

/** A fault says where, what was expected, what stands there, and what to do. */
export type Fault = { file: string; at: Position; rule: string; expected: string; got: string; todo: string }

export type Parsed = { ok: true; transcript: Transcript } | { ok: false; faults: Fault[] }
