import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { carrySources } from './carried-sources.ts'

const { entry, modules } = carrySources(join(import.meta.dirname, '../guest/agent.ts'))

test('the agent comes with the host’s sessions, and every import of the project’s is carried', () => {
  expect(modules[entry]).toBeDefined()
  expect(Object.keys(modules).some((url) => url.endsWith('/host/open-session.ts'))).toBe(true)
  for (const { source, imports } of Object.values(modules)) {
    for (const url of Object.values(imports)) expect(modules).toHaveProperty([url])
    for (const [, specifier = ''] of source.matchAll(/from '([.#][^']+)'/g))
      expect(imports).toHaveProperty([specifier])
  }
})

test('each keeps its address, and none its types', () => {
  for (const [url, { source }] of Object.entries(modules)) {
    expect(existsSync(fileURLToPath(url))).toBe(true)
    expect(source).not.toMatch(/^(export )?type |^import type /m)
  }
})
