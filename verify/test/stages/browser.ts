import { globSync } from 'node:fs'
import { findChromium, projectRoot } from '../../program/index.ts'
import { skipped, type Outcome } from '../outcome.ts'
import { runVitest } from '../run-vitest.ts'

export async function checkInBrowser(): Promise<Outcome> {
  const tests = globSync('verify/browser/**/*.test.{ts,tsx}', { cwd: projectRoot })
  if (tests.length === 0) return skipped('browser checks', 'there are none yet')
  if (findChromium() === undefined) {
    return skipped('browser checks', 'no Chromium here; npm run doctor says how to get one', 'chromium')
  }
  return runVitest('browser')
}
