/** Binds a directive to its step, to the next command, or to the expectations of the last one. */
import type { Condition, Position } from '../types.ts'
import type { Directive } from './directive.ts'
import { closeCommand, lose, type State } from './state.ts'

export function readDirective(state: State, directive: Directive | undefined): void {
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
