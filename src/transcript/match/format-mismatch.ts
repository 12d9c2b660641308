/** A failure as its author reads it: where, which step, expected and got with the first difference marked, what to do. */
import type { Mismatch, MismatchKind } from './types.ts'

const todo: Record<MismatchKind, string> = {
  line: 'If the new output is right, change the line; if a part of it varies, write a placeholder there.',
  missing: 'If the output is right, remove the line; if it comes later, repeat the command with "@until".',
  extra: 'If the output is right, add the line; "..." stands for any number of lines.',
  exit: 'If the status is right, write it as "[exit N]" below the output.',
  'no-expectation': 'Write an "@when" that holds on this target, or a default above the first "@when".',
  undecided:
    'Give the name once in the line, or write literals around it: the line can be divided in too many ways.',
}

const width = 96

export function formatMismatch(file: string, step: string, mismatch: Mismatch): string {
  const { at, kind, expected, bound, got, line, column, exit } = mismatch
  const lines = [`${file}:${at.line}  step "${step}"`]
  const status = `[exit ${exit.got}]`
  if (kind === 'no-expectation') lines.push('  expected  an expectation for this target', '  got       none')
  else if (kind === 'exit') lines.push(`  expected  [exit ${exit.expected}]`, `  got       ${status}`)
  else {
    const window = clip(got ?? '', column)
    lines.push(
      `  expected  ${expected === undefined ? 'the end of the output' : clip(expected, column).text}`,
    )
    for (const [name, value] of Object.entries(bound)) lines.push(`            with ${name} = ${value}`)
    lines.push(`  got       ${got === undefined ? 'the end of the output' : window.text}`)
    lines.push(`            ${' '.repeat(window.column - 1)}^ line ${line}, column ${column}`)
    if (exit.got !== exit.expected) lines.push(`  and       ${status} instead of [exit ${exit.expected}]`)
  }
  return [...lines, `  ${todo[kind]}`].join('\n')
}

/** The part of a long line around a column. */
function clip(text: string, column: number): { text: string; column: number } {
  if (text.length <= width) return { text, column }
  const from = Math.max(0, Math.min(column - 1 - width / 2, text.length - width))
  const before = from > 0 ? '…' : ''
  const after = from + width < text.length ? '…' : ''
  return { text: before + text.slice(from, from + width) + after, column: column - from + before.length }
}
