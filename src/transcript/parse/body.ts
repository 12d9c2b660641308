/**
 * Reads what stands below `---`, a line at a time. `place` is all the state there is: where the last line left us
 * says what a line may mean now.
 */
import type { Command, Condition, ExpectedLine, Position, Step } from '../types.ts'
import { checkCommand } from './command.ts'
import { parseDirective, type CommandDirective, type Directive } from './directive.ts'
import { parseExpectedLine } from './expected-line.ts'
import { quote, type Report } from './fault.ts'
import { kindOf } from './line-kind.ts'

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

type Place =
  | 'outside' // above the first step
  | 'head' // directly below `== id`: directives speak of the whole step
  | 'gap' // a command must come
  | 'lost' // a command must come, and its absence has been reported
  | 'command' // below `$` or `>`
  | 'output' // in an expectation
  | 'closed' // below `[exit N]`

type State = {
  report: Report
  place: Place
  steps: Step[]
  ofStep: CommandDirective[]
  pending: CommandDirective[]
  command: OpenCommand | undefined
}

export function parseBody(lines: readonly string[], firstLine: number, report: Report): Step[] {
  const state: State = { report, place: 'outside', steps: [], ofStep: [], pending: [], command: undefined }
  lines.forEach((line, index) => readLine(state, line, firstLine + index))
  const end = { line: Math.max(1, firstLine + lines.length - 1), column: 1 }
  closeStep(state)
  if (state.steps.length === 0) report('step/none', end, 'a step', 'the end of the file')
  return state.steps
}

function readLine(state: State, line: string, number: number): void {
  const at = { line: number, column: 1 }
  switch (kindOf(line)) {
    case 'step':
      return openStep(state, line, at)
    case 'directive':
      return readDirective(state, parseDirective(line, number, state.report))
    case 'command':
      return openCommand(state, line, at)
    case 'continuation':
      return continueCommand(state, line, at)
    case 'exit':
      return readExit(state, line, at)
    case 'blank':
      return readBlank(state, at)
    case 'output':
      return readOutput(state, line, at)
  }
}

function openStep(state: State, line: string, at: Position): void {
  closeStep(state)
  const id = line.slice(3)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) state.report('step/id', at, '"== id"', quote(line))
  else if (state.steps.some((step) => step.id === id))
    state.report('step/duplicate', { ...at, column: 4 }, 'an id that no step above has', quote(id))
  state.steps.push({ id, hidden: false, commands: [], at })
  state.place = 'head'
}

function closeStep(state: State): void {
  closeCommand(state)
  reportUnbound(state)
  const step = state.steps.at(-1)
  if (step && step.commands.length === 0 && state.place !== 'lost')
    state.report('step/empty', step.at, 'a command in the step', 'none')
  state.ofStep = []
}

function reportUnbound(state: State): void {
  for (const { name, at } of state.pending)
    state.report('directive/unbound', at, 'a command below the directive', `"@${name}" bound to nothing`)
  state.pending = []
}

function readDirective(state: State, directive: Directive | undefined): void {
  if (!directive) return
  if (directive.name === 'when') return openAlternative(state, directive.condition, directive.at)
  if (state.place === 'outside') return lose(state, directive.at, `"@${directive.name}"`)
  if (directive.name === 'hidden') return hideStep(state, directive.at)
  const bound = state.place === 'head' ? state.ofStep : state.pending
  if (bound.some(({ name }) => name === directive.name))
    state.report('directive/duplicate', directive.at, `"@${directive.name}" once`, 'a second')
  else bound.push(directive)
  if (state.place === 'head') return
  closeCommand(state)
  if (state.place !== 'lost') state.place = 'gap'
}

function hideStep(state: State, at: Position): void {
  const step = state.steps.at(-1)
  if (state.place !== 'head' || !step)
    state.report('directive/hidden', at, 'a directive of a command', '"@hidden"')
  else if (step.hidden) state.report('directive/duplicate', at, '"@hidden" once', 'a second')
  else step.hidden = true
}

function openAlternative(state: State, when: Condition, at: Position): void {
  if (!state.command || !['command', 'output', 'closed'].includes(state.place))
    return state.report('directive/when-place', at, 'a command above "@when"', 'none')
  state.command.expectations.push({ when, at, lines: [], spacers: [] })
  state.place = 'output'
}

function openCommand(state: State, line: string, at: Position): void {
  closeCommand(state)
  if (state.place === 'outside') lose(state, at, quote(line))
  const text = line.slice(2)
  if (text.trim() === '') state.report('command/empty', at, 'a command', quote(line))
  state.command = { text, at, own: state.pending, expectations: [] }
  state.pending = []
  state.place = 'command'
}

/** Where nothing has opened a step, one without an id is assumed, so that the fault is reported once. */
function lose(state: State, at: Position, got: string): void {
  state.report('step/outside', at, 'a step', got)
  if (state.steps.length === 0) state.steps.push({ id: '', hidden: false, commands: [], at })
  state.place = 'lost'
}

function continueCommand(state: State, line: string, at: Position): void {
  if (state.place === 'command' && state.command) {
    state.command.text += `\n${line.slice(2)}`
    return
  }
  if (state.place === 'lost') return
  const begun = state.place === 'output' || state.place === 'closed'
  state.report(
    'command/continuation',
    at,
    begun ? 'output, or a new command' : 'a "$ " line above a "> " line',
    quote(line),
  )
}

/** The expectation that lines now belong to; the default one opens with its first line. */
function openExpectation(state: State, at: Position): OpenExpectation | undefined {
  const { command, place } = state
  if (!command || (place !== 'command' && place !== 'output')) return undefined
  if (place === 'command') command.expectations.push({ at, lines: [], spacers: [] })
  state.place = 'output'
  return command.expectations.at(-1)
}

function readBlank(state: State, at: Position): void {
  if (state.place === 'head') state.place = 'gap'
  openExpectation(state, at)?.spacers.push({ kind: 'line', segments: [], at })
}

function readOutput(state: State, line: string, at: Position): void {
  const expectation = openExpectation(state, at)
  if (!expectation) return reportMisplaced(state, line, at)
  expectation.lines.push(...expectation.spacers, parseExpectedLine(line, at.line, state.report))
  expectation.spacers = []
}

function readExit(state: State, line: string, at: Position): void {
  if (state.place === 'closed')
    return state.report('output/exit-duplicate', at, 'one exit status', quote(line))
  const expectation = openExpectation(state, at)
  if (!expectation) return reportMisplaced(state, line, at)
  const status = /^\[exit (0|[1-9]\d{0,2})\]\s*$/.exec(line)?.[1]
  if (status === '0') state.report('output/exit-zero', at, 'a status from 1 to 255', quote(line))
  else if (status === undefined || Number(status) > 255)
    state.report('output/exit', at, '"[exit N]", N from 1 to 255', quote(line))
  expectation.lines.push(...expectation.spacers)
  expectation.spacers = []
  expectation.exit = Number(status ?? 0)
  state.place = 'closed'
}

function reportMisplaced(state: State, line: string, at: Position): void {
  if (state.place === 'closed')
    return state.report(
      'output/after-exit',
      at,
      'a command, a directive or a step after "[exit N]"',
      quote(line),
    )
  if (state.place === 'outside') return lose(state, at, quote(line))
  if (state.place === 'lost') return
  state.report('command/missing', at, '"$ " and a command', quote(line))
  state.place = 'lost'
}

function closeCommand(state: State): void {
  const { command, report, ofStep } = state
  if (!command) return
  const checked: Command = checkCommand(command, ofStep, report)
  state.steps.at(-1)?.commands.push(checked)
  state.command = undefined
}
