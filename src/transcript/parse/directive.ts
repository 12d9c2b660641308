/** Reads one `@` line, and checks which directives may stand together. */
import type { Condition, Directives, Position } from '../types.ts'
import { parseDuration } from './duration.ts'
import { list, quote, type Report } from './fault.ts'
import { directives, operators, type DirectiveName } from './words.ts'

export type Directive =
  CommandDirective | { name: 'hidden'; at: Position } | { name: 'when'; condition: Condition; at: Position }

/** A directive that binds to a command. */
export type CommandDirective =
  | { name: 'until' | 'timeout'; milliseconds: number; at: Position }
  | { name: 'unordered' | 'ran'; at: Position }
  | { name: 'not-run'; reason: string; at: Position }

export function parseDirective(line: string, number: number, report: Report): Directive | undefined {
  const at = { line: number, column: 1 }
  const [, word = '', argument = ''] = /^@(\S*)\s*(.*?)\s*$/.exec(line) ?? []
  if (!Object.hasOwn(directives, word)) {
    const known = Object.keys(directives).map((name) => `@${name}`)
    report('directive/unknown', at, list(known), quote(`@${word}`))
    return undefined
  }
  const name = word as DirectiveName
  const refuse = (expected: string): undefined => {
    report('directive/argument', at, expected, quote(line))
  }
  switch (name) {
    case 'until':
    case 'timeout': {
      const milliseconds = parseDuration(argument)
      return milliseconds === undefined
        ? refuse(`"@${name} T", T a duration such as 500ms, 10s or 2m`)
        : { name, milliseconds, at }
    }
    case 'unordered':
    case 'ran':
    case 'hidden':
      return argument === '' ? { name, at } : refuse(`"@${name}" alone`)
    case 'not-run':
      return argument === '' ? refuse('"@not-run" and the reason') : { name, reason: argument, at }
    case 'when': {
      const condition = parseCondition(argument)
      return condition
        ? { name, condition, at }
        : refuse(`"@when fact=value", with ${list(operators)}; order needs a version`)
    }
  }
}

export function parseCondition(text: string): Condition | undefined {
  const [, fact, operator, value] = /^([a-z][a-z0-9-]*)(!=|<=|>=|=|<|>)([^\s=<>!]+)$/.exec(text) ?? []
  const known = operators.find((each) => each === operator)
  if (!fact || !known || !value) return undefined
  const ordered = known !== '=' && known !== '!='
  return ordered && !/^v?\d/.test(value) ? undefined : { fact, operator: known, value }
}

/** A command's own directive stands in for its step's of the same name. */
export function merge(
  ofStep: readonly CommandDirective[],
  own: readonly CommandDirective[],
): CommandDirective[] {
  return [...ofStep.filter(({ name }) => !own.some((other) => other.name === name)), ...own]
}

export function toDirectives(list: readonly CommandDirective[]): Directives {
  const result: Directives = { unordered: false, ran: false }
  for (const directive of list) {
    if (directive.name === 'until') result.until = directive.milliseconds
    else if (directive.name === 'timeout') result.timeout = directive.milliseconds
    else if (directive.name === 'not-run') result.notRun = directive.reason
    else result[directive.name] = true
  }
  return result
}

/** What is not run has nothing to wait for or compare; what only ran has no output to compare. */
const conflicts: readonly (readonly [CommandDirective['name'], CommandDirective['name']])[] = [
  ['not-run', 'until'],
  ['not-run', 'timeout'],
  ['not-run', 'unordered'],
  ['not-run', 'ran'],
  ['ran', 'unordered'],
]

export function reportConflicts(list: readonly CommandDirective[], report: Report): void {
  for (const pair of conflicts) {
    const both = pair.map((name) => list.find((directive) => directive.name === name))
    const [first, second] = both
    if (!first || !second) continue
    const later = first.at.line > second.at.line ? first : second
    const other = later === first ? second : first
    report('directive/conflict', later.at, `"@${other.name}" without "@${later.name}"`, 'both')
  }
}
