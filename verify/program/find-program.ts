/** Finds programs by name on the PATH, and Chromium wherever it is usually kept. */
import { accessSync, constants } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

type Environment = Readonly<Record<string, string | undefined>>

/** The first of `names` that can be run; system folders are searched too, for an ordinary user's PATH lacks them. */
export function findProgram(
  names: readonly string[],
  env: Environment = process.env,
  runnable: (file: string) => boolean = canRun,
): string | undefined {
  const folders = [...(env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'].filter((f) => f !== '')
  return names
    .flatMap((name) => (isAbsolute(name) ? [name] : folders.map((folder) => join(folder, name))))
    .find(runnable)
}

const chromiumNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** `NODEBOOK_CHROMIUM` names another one. */
export function findChromium(
  env: Environment = process.env,
  runnable: (file: string) => boolean = canRun,
): string | undefined {
  const named = env['NODEBOOK_CHROMIUM']
  return findProgram(named ? [named] : chromiumNames, env, runnable)
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
