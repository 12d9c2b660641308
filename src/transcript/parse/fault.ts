import type { Fault, Position } from '../types.ts'
import { rules, type Rule } from './rules.ts'

export type Report = (rule: Rule, at: Position, expected: string, got: string) => void

/** Collects faults; a parser that reports one goes on, so that an author sees all of a file at once. */
export function collectFaults(file: string): { faults: Fault[]; report: Report } {
  const faults: Fault[] = []
  return {
    faults,
    report: (rule, at, expected, got) => faults.push({ file, at, rule, expected, got, todo: rules[rule] }),
  }
}

/** By place; a directive of a step that is wrong for each of its commands is one fault. */
export function inOrder(faults: readonly Fault[]): Fault[] {
  const places = new Map(faults.map((fault) => [`${fault.rule} ${fault.at.line}:${fault.at.column}`, fault]))
  return [...places.values()].toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
}

export function formatFault({ file, at, expected, got, todo }: Fault): string {
  return `${file}:${at.line}:${at.column}  expected ${expected}, got ${got}\n  ${todo}`
}

/** What stands in the source, quoted and short enough for one line of a terminal. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text)
}

export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
