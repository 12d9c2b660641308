import { chromium, type Browser } from 'playwright-core'
import { findChromium } from '../program/index.ts'

// Without these Chromium calls home at every start, and has no sandbox to run in as root.
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-gpu',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
]

export async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium here; npm run doctor says how to get one.')
  return chromium.launch({ executablePath, args: quiet })
}
