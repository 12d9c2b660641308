/** Closes a command: which expectations it has, and whether its directives allow them. */
import type { Command, Expectation } from '../types.ts'
import { merge, reportConflicts, toDirectives, type CommandDirective } from './directive.ts'
import type { Report } from './fault.ts'
import type { OpenCommand, OpenExpectation } from './open-command.ts'

export function checkCommand(
  open: OpenCommand,
  ofStep: readonly CommandDirective[],
  report: Report,
): Command {
  const merged = merge(ofStep, open.own)
  const directives = toDirectives(merged)
  reportConflicts(merged, report)
  const written = open.expectations.filter((each) => each.when !== undefined || !isEmpty(each))
  reportAlternatives(written, report)
  for (const expectation of written) {
    const [line] = expectation.lines
    const anyLines = expectation.lines.find(({ kind }) => kind === 'any-lines')
    if (directives.notRun !== undefined)
      report('directive/not-run', expectation.at, 'no expectation under "@not-run"', 'one')
    else if (directives.ran && line)
      report('directive/ran', line.at, 'nothing but "[exit N]" under "@ran"', 'expected output')
    else if (directives.unordered && anyLines)
      report('directive/unordered', anyLines.at, 'no "..." under "@unordered"', '"..."')
  }
  const expectations = written.map(close)
  const silent: Expectation = { lines: [], exit: 0, at: open.at }
  const none = expectations.length === 0 && directives.notRun === undefined
  return { text: open.text, directives, expectations: none ? [silent] : expectations, at: open.at }
}

function isEmpty({ lines, exit }: OpenExpectation): boolean {
  return lines.length === 0 && exit === undefined
}

function reportAlternatives(written: readonly OpenExpectation[], report: Report): void {
  const seen = new Set<string>()
  for (const expectation of written) {
    if (!expectation.when) continue
    const { fact, operator, value } = expectation.when
    const condition = `${fact}${operator}${value}`
    if (seen.has(condition))
      report('directive/when-duplicate', expectation.at, 'each condition once', `"@when ${condition}" again`)
    else if (isEmpty(expectation))
      report('directive/when-empty', expectation.at, 'an expectation below "@when"', 'nothing')
    seen.add(condition)
  }
}

function close({ when, lines, exit, at }: OpenExpectation): Expectation {
  return { ...(when ? { when } : {}), lines, exit: exit ?? 0, at }
}
