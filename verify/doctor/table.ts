/** The doctor's answer as a table, with the lines of this system, or of all where it is unknown. */
import { systems, type System } from './facts.ts'
import type { Diagnosis, State } from './row.ts'

const marks: Record<State, string> = { ok: '✓', missing: '✗', old: '✗', refused: '✗', elsewhere: '–' }
const titles: Record<System, string> = {
  debian: 'Debian, Ubuntu',
  fedora: 'Fedora',
  arch: 'Arch',
  macos: 'macOS',
}

export function tableLines(diagnoses: readonly Diagnosis[], system: System | undefined): string[] {
  const width = Math.max(...diagnoses.map(({ name }) => name.length))
  const shown = system === undefined ? systems : [system]
  return diagnoses.flatMap((diagnosis) => {
    const { name, state, found, cost } = diagnosis
    const head = `${marks[state]} ${name.padEnd(width)}  ${found}`
    if (state === 'ok') return [head]
    const indent = ' '.repeat(width + 4)
    const lines = shown.flatMap((each) => installLine(diagnosis, each, system === undefined))
    return [head, ...[`without it: ${cost}`, ...lines].map((line) => indent + line)]
  })
}

function installLine({ install }: Diagnosis, system: System, titled: boolean): string[] {
  const line = install[system]
  const prefix = titled ? `${titles[system]}: ` : 'to have it: '
  return line === undefined ? [] : [prefix + line]
}
