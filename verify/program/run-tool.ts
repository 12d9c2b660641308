/** Runs a program of node_modules with the Node that runs this, whatever Node the PATH begins with. */
import { existsSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { projectRoot } from './project.ts'
import { runProgram, type ProgramOptions, type ProgramResult } from './run-program.ts'

export function runTool(
  name: string,
  args: readonly string[],
  options: ProgramOptions = {},
): Promise<ProgramResult> {
  const file = join(projectRoot, 'node_modules/.bin', name)
  if (!existsSync(file)) return Promise.reject(new Error(`${name} is not installed. Run: npm ci`))
  const PATH = [dirname(process.execPath), process.env['PATH'] ?? ''].join(delimiter)
  return runProgram(file, args, { ...options, env: { PATH, ...options.env } })
}
