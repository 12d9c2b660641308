/** Lines of an expectation: output, blank lines and `[exit N]`. */
import type { Position } from '../types.ts'
import { parseExpectedLine } from './expected-line.ts'
import { quote } from './fault.ts'
import type { OpenExpectation } from './open-command.ts'
import { lose, type State } from './state.ts'

/** The expectation that lines now belong to; the default one opens with its first line. */
function openExpectation(state: State, at: Position): OpenExpectation | undefined {
  const { command, place } = state
  if (!command || (place !== 'command' && place !== 'output')) return undefined
  if (place === 'command') command.expectations.push({ at, lines: [], spacers: [] })
  state.place = 'output'
  return command.expectations.at(-1)
}

export function readBlank(state: State, at: Position): void {
  if (state.place === 'head') state.place = 'gap'
  openExpectation(state, at)?.spacers.push({ kind: 'line', segments: [], at })
}

export function readOutput(state: State, line: string, at: Position): void {
  const expectation = openExpectation(state, at)
  if (!expectation) return reportMisplaced(state, line, at)
  expectation.lines.push(...expectation.spacers, parseExpectedLine(line, at.line, state.report))
  expectation.spacers = []
}

export function readExit(state: State, line: string, at: Position): void {
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
