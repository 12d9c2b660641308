/** Starts a run of the chaos transcripts as a person would, and finds its watchdog. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#verify/program/index.ts'

export type Run = {
  pid: number
  /** Undefined while there is none, or none any more. */
  watchdog(): number | undefined
  /** Resolves with what it printed and its exit code, null where a signal ended it. */
  ended: Promise<{ code: number | null; printed: string }>
}

export function startRun(folder: string): Run {
  const cli = join(projectRoot, 'verify/cli.ts')
  const child = spawn(process.execPath, [cli, '--target', 'host', '--jobs', '3', folder], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (child.pid === undefined) throw new Error('the run could not be started')
  return { pid: child.pid, watchdog: () => watchdogOf(child.pid!), ended: end(child) }
}

function end(child: ChildProcess): Run['ended'] {
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (printed += chunk))
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, printed })))
}

function watchdogOf(runner: number): number | undefined {
  const children = read(`/proc/${runner}/task/${runner}/children`).split(' ').filter(Boolean).map(Number)
  return children.find((pid) => read(`/proc/${pid}/cmdline`).includes('watchdog-main'))
}

function read(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}
