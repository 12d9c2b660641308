/** Starts an entry point, passes on what it says line by line, and reads what it wrote for other programs. */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from '#verify/program/index.ts'
import type { Part, PartRun } from './types.ts'

export type Site = {
  say: (line: string) => void
  signal: AbortSignal
  env: Readonly<Record<string, string>>
  /** Milliseconds for a part. */
  limit: number
}

export type Runner = (part: Part, site: Site) => Promise<PartRun>

export const runPart: Runner = async (part, site) => {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-nightly-'))
  const json = join(folder, 'result.json')
  const start = performance.now()
  try {
    const words = [join(projectRoot, part.program), ...part.words, '--json', json]
    const { exit, printed } = await run(words, part.name, site)
    const seconds = (performance.now() - start) / 1000
    return {
      part,
      exit,
      json: existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : undefined,
      printed,
      seconds,
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Asked to end, a part closes its sandboxes itself. */
export function run(
  words: readonly string[],
  name: string,
  { say, signal, env, limit }: Site,
): Promise<{ exit: number | null; printed: string }> {
  const child = spawn(process.execPath, words, {
    cwd: projectRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', ...env },
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      say(`${name}  ${line}`)
    })
  const end = () => child.kill('SIGTERM')
  signal.addEventListener('abort', end)
  const timer = setTimeout(() => {
    lines.push(`It was ended after ${Math.round(limit / 1000)} s.`)
    end()
  }, limit)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exit) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', end)
      resolve({ exit, printed: lines.join('\n') })
    })
  })
}
