/** Why a command differs, as its author reads it: where, which step, expected and got, what to do. Pure. */
import { formatMismatch, normaliseOutput } from '#transcript'
import type { CommandResult } from '#verify/replay/index.ts'

type Differing = Extract<CommandResult, { state: 'differs' }>

export function formatProblem(file: string, result: Differing): string {
  const { step, command, problem, output, tries } = result
  const repeated =
    command.directives.until === undefined
      ? []
      : [`  repeated  ${tries} ${tries === 1 ? 'try' : 'tries'} in ${seconds(result.milliseconds)}`]
  if (problem.kind === 'mismatch') {
    const [first = '', ...rest] = formatMismatch(file, step.id, problem.mismatch).split('\n')
    return [
      first,
      `  command   ${commandLine(result)}`,
      ...rest.slice(0, -1),
      ...repeated,
      ...rest.slice(-1),
    ].join('\n')
  }
  const [expected, got, todo] = describe(result)
  const printed = lastLines(output)
  return [
    `${file}:${command.at.line}  step "${step.id}"`,
    `  command   ${commandLine(result)}`,
    `  expected  ${expected}`,
    `  got       ${got}`,
    ...(printed.length === 0 ? [] : ['  printed', ...printed.map((line) => `            ${line}`)]),
    ...repeated,
    `  ${todo}`,
  ].join('\n')
}

function describe({ problem, command }: Differing): [expected: string, got: string, todo: string] {
  switch (problem.kind) {
    case 'mismatch':
      throw new Error('a mismatch has a form of its own')
    case 'timeout':
      return [
        `an end within ${seconds(problem.limit)}`,
        'none; everything in the sandbox was ended',
        'If it needs longer, write "@timeout T" above it; if it never ends by itself, end it (timeout, head, kill).',
      ]
    case 'too-long':
      return [
        'an output that can be kept whole',
        `${problem.dropped.toLocaleString('en')} bytes more than the limit`,
        'Print less (head, grep), or write "@ran" above it.',
      ]
    case 'shell-ended':
      return [
        'a shell that takes the next command',
        `the end of the shell${problem.exit === undefined ? '' : `, [exit ${problem.exit}]`}`,
        'Make it the last command, with its "[exit N]"; or run what ends in a shell of its own: ( … ) or bash -c.',
      ]
    case 'incomplete':
      return [
        'a complete command',
        `bash would have waited for more of ${JSON.stringify(firstLine(command.text))}`,
        'Close the quote, bracket or heredoc; lines that belong to the command begin with "> ".',
      ]
    case 'lost':
      return [
        'an answer of the sandbox',
        'none: it, or the machine it ran on, is gone',
        'Replay it again; if it stays so, the command ends more than its shell.',
      ]
  }
}

const commandLine = ({ command }: Differing): string => {
  const [first = '', ...more] = command.text.split('\n')
  return `$ ${first}${more.length > 0 ? ` (and ${more.length} more ${more.length === 1 ? 'line' : 'lines'})` : ''}`
}

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

const shown = 12
const width = 96

function lastLines(output: string): string[] {
  const lines = normaliseOutput(output)
  const last = lines
    .slice(-shown)
    .map((line) => printable(line.length > width ? `${line.slice(0, width)}…` : line))
  return lines.length > shown ? [`… ${lines.length - shown} lines before`, ...last] : last
}

/** What a terminal would obey is shown as what it is. */
export const printable = (text: string): string =>
  text.replace(
    /[\x00-\x08\x0b-\x1f\x7f-\x9f]/g,
    (each) => `\\x${each.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

export const seconds = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`
