import { homedir } from 'node:os'
import { expect, test } from 'vitest'
import { cacheFolder } from './cache.ts'

test.each([
  [{ NODEBOOK_CACHE: '/n', XDG_CACHE_HOME: '/x' }, '/n/vm'],
  [{ NODEBOOK_CACHE: '', XDG_CACHE_HOME: '/x' }, '/x/nodebook/vm'],
  [{}, `${homedir()}/.cache/nodebook/vm`],
])('%o → %s', (env, folder) => {
  expect(cacheFolder(env)).toBe(folder)
})
