import { stripVTControlCharacters } from 'node:util'
import { runTool } from '../../program/index.ts'
import { failed, passed, type Outcome } from '../outcome.ts'

/** Every .ts and .tsx of the project as well: tsc by itself cannot, for it does not know what an .astro import is. */
export const checkTypes = (): Promise<Outcome> => check('astro', ['check', '--minimumSeverity', 'error'])

export const checkFormat = (): Promise<Outcome> => check('prettier', ['--check', '.'])

async function check(name: string, args: string[]): Promise<Outcome> {
  const result = await runTool(name, args, {
    // A minute on a quiet machine.
    timeout: 600_000,
    env: { NO_COLOR: '1', ASTRO_TELEMETRY_DISABLED: '1' },
  })
  if (result.code === 0) return passed(1)
  return failed(`${name} ${args[0]}`, stripVTControlCharacters(`${result.stdout}${result.stderr}`))
}
