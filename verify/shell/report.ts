/**
 * How bash tells that a command has ended. After each command bash is fed a line that calls a function; the function
 * writes the exit status and PIPESTATUS to a FIFO which it opens by path, so that no `exec >file` or closed
 * descriptor is in its way, and leaves `$?`, `$_` and errexit as it found them. Every report carries a ticket that was
 * made for its command alone, and the last one the sandbox's token, so that no command reports in bash's place. Pure.
 *
 * Left out: an array PIPESTATUS costs a pipeline to restore, so that is done only where a command mentions it. A DEBUG
 * trap runs for the call too, and BASH_XTRACEFD shows it.
 */
export type Message =
  | { kind: 'done'; ticket: string; status: number; pipeStatus: readonly number[] }
  /** The shell has ended; its status. */
  | { kind: 'end'; token: string; status: number }
  /** The sandbox could not be set up; what failed. */
  | { kind: 'fault'; text: string }

/** What is hidden here from `set -x`, traps on DEBUG and closed descriptors is the call alone. */
export const reportLine = (ticket: string): string =>
  `{ __nodebook ${ticket} "$_" && : "$_";} >/dev/null 2>&1\n`

/** Its end in a terminal's stream, where bytes arrive later than the report does. */
export const terminalMark = (token: string, ticket: string): string => `\x1b]nodebook;${token};${ticket}\x07`

export type Preparation = {
  /** Where the function finds the report FIFO. */
  report: string
  directory: string
  /** The sandbox's own, in its last report and in a terminal's marks. */
  token: string
  tty: boolean
}

/** The first line that bash reads; `readonly -f` keeps a transcript from replacing the function by accident. */
export function prepareLine({ report, directory, token, tty }: Preparation): string {
  const mark = tty ? `builtin printf '\\033]nodebook;%s;%s\\007' ${token} "$1" >/dev/tty; ` : ''
  const body =
    `local __s=$? __p=("\${PIPESTATUS[@]}"); ${mark}` +
    `builtin printf '%s ' $'\\ndone' "$1" "$__s" "\${__p[@]}" $'\\n' >${report}; return "$__s"`
  return `__nodebook() { ${body}; }; readonly -f __nodebook; rm -f /run/bash; hash -r; cd ${directory}; unset OLDPWD; :\n`
}

/** What sets PIPESTATUS again, before a command that asks for it. */
export const restoreLine = (pipeStatus: readonly number[]): string =>
  `{ ${pipeStatus.map((status) => `(exit ${status})`).join('|')};} >/dev/null 2>&1\n`

/** One message, without its newline; undefined for what the engine did not send. */
export function readMessage(line: string): Message | undefined {
  const [kind, key = '', ...words] = line.trim().split(' ')
  if (kind === 'fault') return { kind, text: [key, ...words].join(' ') }
  const numbers = words.map(Number)
  const [status, ...pipeStatus] = numbers
  if (status === undefined || numbers.some((number) => !Number.isInteger(number))) return undefined
  if (kind === 'end') return { kind, token: key, status }
  if (kind === 'done') return { kind, ticket: key, status, pipeStatus }
  return undefined
}
