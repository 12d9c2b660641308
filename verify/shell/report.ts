/**
 * How bash tells that a command has ended. After each command bash is fed a line that calls a function; the function
 * writes the exit status and PIPESTATUS to a FIFO which it opens by path, so that no `exec >file` or closed
 * descriptor is in its way, and leaves `$?`, `$_` and errexit as it found them. Pure.
 *
 * Left out: an array PIPESTATUS costs a pipeline to restore, so that is done only where a command mentions it.
 */
export type Message =
  | { kind: 'done'; number: number; status: number; pipeStatus: readonly number[] }
  /** The shell has ended; its status. */
  | { kind: 'end'; status: number }
  /** The sandbox could not be set up; what failed. */
  | { kind: 'fault'; text: string }

/** What is hidden here from `set -x`, traps on DEBUG and closed descriptors is the call alone. */
export const reportLine = (number: number): string =>
  `{ __nodebook ${number} "$_" && : "$_";} >/dev/null 2>&1\n`

/** Its end in a terminal's stream, where bytes arrive later than the report does. */
export const terminalMark = (token: string, number: number): string => `\x1b]nodebook;${token};${number}\x07`

export type Preparation = {
  /** Where the function finds the report FIFO. */
  report: string
  directory: string
  /** In a terminal, the token of its marks. */
  token?: string
}

/** The first line that bash reads; `readonly -f` keeps a transcript from replacing the function by accident. */
export function prepareLine({ report, directory, token }: Preparation): string {
  const mark =
    token === undefined ? '' : `builtin printf '\\033]nodebook;%s;%s\\007' ${token} "$1" >/dev/tty; `
  const body =
    `local __s=$? __p=("\${PIPESTATUS[@]}"); ${mark}` +
    `builtin printf '%s ' done "$1" "$__s" "\${__p[@]}" $'\\n' >${report}; return "$__s"`
  return `__nodebook() { ${body}; }; readonly -f __nodebook; rm -f /run/bash; hash -r; cd ${directory}; unset OLDPWD; :\n`
}

/** What sets PIPESTATUS again, before a command that asks for it. */
export const restoreLine = (pipeStatus: readonly number[]): string =>
  `{ ${pipeStatus.map((status) => `(exit ${status})`).join('|')};} >/dev/null 2>&1\n`

/** One message, without its newline; undefined for what the engine did not send. */
export function readMessage(line: string): Message | undefined {
  const [kind, ...words] = line.trim().split(' ')
  const numbers = words.map(Number)
  const [first, status, ...pipeStatus] = numbers
  if (kind === 'fault') return { kind, text: words.join(' ') }
  if (first === undefined || numbers.some((number) => !Number.isInteger(number))) return undefined
  if (kind === 'end') return { kind, status: first }
  if (kind === 'done' && status !== undefined) return { kind, number: first, status, pipeStatus }
  return undefined
}
