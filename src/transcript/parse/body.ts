/** Reads what stands below `---`, a line at a time. */
import type { Position, Step } from '../types.ts'
import { parseDirective } from './directive.ts'
import { quote, type Report } from './fault.ts'
import { kindOf } from './line-kind.ts'
import { readDirective } from './read-directive.ts'
import { readBlank, readExit, readOutput } from './read-output.ts'
import { closeCommand, lose, type State } from './state.ts'

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

function openCommand(state: State, line: string, at: Position): void {
  closeCommand(state)
  if (state.place === 'outside') lose(state, at, quote(line))
  const text = line.slice(2)
  if (text.trim() === '') state.report('command/empty', at, 'a command', quote(line))
  state.command = { text, at, own: state.pending, expectations: [] }
  state.pending = []
  state.place = 'command'
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
