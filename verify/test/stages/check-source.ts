import { stripVTControlCharacters } from 'node:util'
import { projectRoot, runTool } from '../../program/index.ts'
import { failed, join, passed, type Outcome } from '../outcome.ts'

/** astro check first: it writes the types of content and .astro files, which tsc reads. */
export async function checkTypes(): Promise<Outcome> {
  const checked = await check('astro', ['check', '--minimumSeverity', 'error'])
  return join([checked, await check('tsc', ['--noEmit', '--project', projectRoot])])
}

export const checkFormat = (): Promise<Outcome> => check('prettier', ['--check', '.'])

async function check(name: string, args: string[]): Promise<Outcome> {
  const result = await runTool(name, args, {
    timeout: 120_000,
    env: { NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  })
  if (result.code === 0) return passed(1)
  return failed(`${name} ${args[0]}`, stripVTControlCharacters(`${result.stdout}${result.stderr}`))
}
