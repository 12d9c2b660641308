/**
 * Finds the processes of sandboxes by what they can't put off: the sandbox's folder is mounted where they are, or,
 * while a sandbox is being made, stands in a command line. Ends them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { prefix, startOf } from './owner.ts'

export type Found = { pid: number; command: string }

/** Processes of every sandbox of a run (`…/nodebook-run-…`) or of one (`…/nodebook-run-…/3`). */
export function findProcesses(folder: string): Found[] {
  // A mount names its folder from the root of its file system, so the way there is left out.
  const name = `${folder.slice(folder.indexOf(`/${prefix}`))}/`
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter(
      (pid) => read(`/proc/${pid}/mountinfo`).includes(name) || read(`/proc/${pid}/cmdline`).includes(name),
    )
    .filter((pid) => startOf(Number(pid)) !== undefined)
    .map((pid) => ({ pid: Number(pid), command: commandOf(pid) }))
}

export function commandOf(pid: number | string): string {
  return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim() || read(`/proc/${pid}/comm`).trim()
}

/** Until two looks in a row find none: a process that was about to fork may have. */
export async function endProcesses(folder: string, patience = 5_000): Promise<void> {
  const deadline = Date.now() + patience
  for (let quiet = 0; quiet < 2 && Date.now() < deadline;) {
    const found = findProcesses(folder)
    quiet = found.length === 0 ? quiet + 1 : 0
    for (const { pid } of found) kill(pid)
    if (quiet < 2) await sleep(20)
  }
}

export function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has ended by itself, or is another user's.
  }
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
