/** `npm run cluster`, started as a person would. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { projectRoot } from '#verify/program/index.ts'

export type Tool = {
  pid: number
  ended: Promise<{ code: number | null; printed: string }>
}

export function startTool(...words: string[]): Tool {
  const child = spawn(process.execPath, [join(projectRoot, 'verify/cluster/run.ts'), ...words], {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
  })
  if (child.pid === undefined) throw new Error('the tool could not be started')
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += String(chunk)))
  // Helpers that outlive the tool may hold its output open, so its end is its exit.
  const ended = new Promise<{ code: number | null; printed: string }>((resolve) =>
    child.once('exit', (code) => setImmediate(() => resolve({ code, printed }))),
  )
  return { pid: child.pid, ended }
}
