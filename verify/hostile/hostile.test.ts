/** The table, played by whoever tests and, where that is root, by an ordinary user too. */
import { execFile } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { isRoot } from '#verify/sandbox/index.ts'
import { loadTargets } from '#verify/targets/index.ts'
import { hostileCases, runCase, unmet } from './index.ts'

const run = promisify(execFile)
const host = (await loadTargets(['host'])).get('host')
if (!host) throw new Error('hostile: expected the host target')
const here = await host.available()
const why = here.ok ? '' : ` (no sandbox here: ${here.missing})`

afterAll(() => host.close())

describe.skipIf(!here.ok).concurrent(`hostile commands come out exactly so${why}`, () => {
  test.each(hostileCases.map((each) => [each.name, each] as const))('%s', async (_, each) => {
    const reason = await unmet(host, each)
    expect(reason).toBeUndefined()
    expect(await runCase(host, each)).toEqual([])
  })
})

/** Node and these files must be readable for anybody, which a home of mode 700 prevents. */
function readableForAll(): boolean {
  if (!isRoot()) return false
  try {
    for (let path = import.meta.dirname; path !== '/'; path = dirname(path)) accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

describe.skipIf(!here.ok || !readableForAll())(
  'as uid 4242, without any privilege (root alone can try it)',
  () => {
    test('the same table', { timeout: 120_000 }, async () => {
      const drop = ['--reuid=4242', '--regid=4242', '--clear-groups', 'env', 'HOME=/tmp']
      const { stdout } = await run('setpriv', [
        ...drop,
        process.execPath,
        join(import.meta.dirname, 'run-table.ts'),
      ])
      expect(JSON.parse(stdout)).toEqual({ played: hostileCases.length, faults: {} })
    })
  },
)

test('the table is long and its names are its own', () => {
  expect(hostileCases.length).toBeGreaterThanOrEqual(50)
  expect(new Set(hostileCases.map(({ name }) => name)).size).toBe(hostileCases.length)
})
