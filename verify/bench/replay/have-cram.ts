/** cram, of the version measured against, in a Python environment of the project's cache. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, projectRoot, runProgram } from '../../program/index.ts'

const version = '0.7'

/** Its path, or why there is none. */
export async function haveCram(): Promise<{ ok: true; file: string } | { ok: false; reason: string }> {
  const folder = join(projectRoot, '.cache/bench/cram')
  const file = join(folder, 'bin/cram')
  if (existsSync(file)) return { ok: true, file }
  const python = findProgram(['python3'])
  if (python === undefined)
    return { ok: false, reason: 'cram needs python3; npm run doctor says how to get it' }
  const steps = [
    { file: python, args: ['-m', 'venv', folder] },
    { file: join(folder, 'bin/pip'), args: ['install', '--quiet', `cram==${version}`] },
  ]
  for (const step of steps) {
    const result = await runProgram(step.file, step.args, { timeout: 120_000 })
    if (result.code !== 0)
      return { ok: false, reason: `cram could not be installed: ${result.stderr.trim()}` }
  }
  return { ok: true, file }
}
