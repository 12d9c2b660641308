/** What the reader of a body knows between two lines. `place` says what the next line may mean. */
import type { Position, Step } from '../types.ts'
import { checkCommand } from './command.ts'
import type { CommandDirective } from './directive.ts'
import type { Report } from './fault.ts'
import type { OpenCommand } from './open-command.ts'

export type Place =
  | 'outside' // above the first step
  | 'head' // directly below `== id`: directives speak of the whole step
  | 'gap' // a command must come
  | 'lost' // a command must come, and its absence has been reported
  | 'command' // below `$` or `>`
  | 'output' // in an expectation
  | 'closed' // below `[exit N]`

export type State = {
  report: Report
  place: Place
  steps: Step[]
  ofStep: CommandDirective[]
  pending: CommandDirective[]
  command: OpenCommand | undefined
}

/** Where nothing has opened a step, one without an id is assumed, so that the fault is reported once. */
export function lose(state: State, at: Position, got: string): void {
  state.report('step/outside', at, 'a step', got)
  if (state.steps.length === 0) state.steps.push({ id: '', hidden: false, commands: [], at })
  state.place = 'lost'
}

export function closeCommand(state: State): void {
  const { command, report, ofStep } = state
  if (!command) return
  const checked = checkCommand(command, ofStep, report)
  state.steps.at(-1)?.commands.push(checked)
  state.command = undefined
}
