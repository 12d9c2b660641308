/** The built site, served on a free port, and one Chromium for a test file. */
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from 'playwright-core'
import { findChromium, projectRoot } from '../program/index.ts'
import { serve } from '../serve/index.ts'

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

/** How long a test waits for what should be there at once. */
const patience = 8_000

export type Book = {
  url: (path?: string) => string
  context: (options?: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

export async function openBook(dist = join(projectRoot, 'dist')): Promise<Book> {
  const executablePath = findChromium()
  if (executablePath === undefined) throw new Error('No Chromium here; npm run doctor says how to get one.')
  const site = await serve(dist, { base: process.env['BASE'] ?? '/', port: 0 })
  const browser: Browser = await chromium.launch({ executablePath, args: quiet })
  return {
    url: (path = '') => new URL(path, site.url).href,
    context: async (options) => {
      const context = await browser.newContext(options)
      context.setDefaultTimeout(patience)
      return context
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}
