/** The built site, served on a free port, and one Chromium for a test file. */
import { join } from 'node:path'
import type { BrowserContext, BrowserContextOptions } from 'playwright-core'
import { projectRoot } from '../program/index.ts'
import { serve } from '../serve/index.ts'
import { openBrowser } from './open-browser.ts'

/** How long a test waits for what should be there at once. */
export const patience = 8_000

/** What the page is printed on, in either theme. */
export const papers = { light: 'rgb(253, 253, 251)', dark: 'rgb(20, 23, 26)' } as const

export type Book = {
  url: (path?: string) => string
  context: (options?: BrowserContextOptions) => Promise<BrowserContext>
  close: () => Promise<void>
}

export async function openBook(dist = join(projectRoot, 'dist')): Promise<Book> {
  const site = await serve(dist, { base: process.env['BASE'] ?? '/', port: 0 })
  const browser = await openBrowser()
  return {
    url: (path = '') => new URL(path, site.url).href,
    context: async (options) => {
      // The page scrolls smoothly: over a long chapter, a second and a half each time.
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options })
      context.setDefaultTimeout(patience)
      return context
    },
    close: async () => {
      await browser.close()
      await site.close()
    },
  }
}
