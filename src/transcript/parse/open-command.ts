import type { Condition, ExpectedLine, Position } from '../types.ts'
import type { CommandDirective } from './directive.ts'

/** An expectation being read; `spacers` are blank lines that count only if more follows. */
export type OpenExpectation = {
  when?: Condition
  at: Position
  lines: ExpectedLine[]
  spacers: ExpectedLine[]
  exit?: number
}

export type OpenCommand = {
  text: string
  at: Position
  own: CommandDirective[]
  expectations: OpenExpectation[]
}
