/**
 * A process of its own that outlives the runner: when its pipe closes, the runner has ended, and what the run left is
 * removed. Started detached, so that signals to the runner's group do not reach it.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Watchdog = { pid: number | undefined; release(): Promise<void> }

export function startWatchdog(folder: string): Watchdog {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'watchdog-main.ts'), folder], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...pick('TMPDIR', 'NODE_COMPILE_CACHE') },
    cwd: '/',
  })
  child.unref()
  const gone = new Promise<void>((resolve) =>
    child.once('close', () => resolve()).once('error', () => resolve()),
  )
  child.stdin.on('error', () => {})
  // What is not asked for must not keep the runner alive.
  if ('unref' in child.stdin) (child.stdin as { unref(): void }).unref()
  return {
    pid: child.pid,
    release: () => {
      child.ref()
      child.stdin.end()
      return gone
    },
  }
}

const pick = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])))
