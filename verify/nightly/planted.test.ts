/** A night of the entry points themselves, on a copy of the book in which something is planted. */
import { chmodSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectRoot, runProgram } from '#verify/program/index.ts'
import { loadTargets } from '#verify/targets/index.ts'

const host = (await loadTargets(['host'])).get('host')
const here = (await host?.available())?.ok === true

describe.skipIf(!here)('on this machine, with a copy of the book', () => {
  const root = mkdtempSync(join(tmpdir(), 'nodebook-night-'))
  // Root's sandboxes are a stranger's: their folder must be one that strangers may pass.
  chmodSync(root, 0o755)
  afterAll(() => rmSync(root, { recursive: true }))

  const nightly = (...words: string[]) =>
    runProgram(
      process.execPath,
      ['verify/nightly/run.ts', ...words, '--targets', 'host', '--share', '0', '--out', join(root, 'out')],
      {
        timeout: 110_000,
        env: { NODEBOOK_REQUIRE: undefined, INIT_CWD: undefined },
      },
    )

  test('a changed expectation is named, with its line, and no other', { timeout: 120_000 }, async () => {
    const book = join(root, 'namespaces')
    cpSync(join(projectRoot, 'content/namespaces'), book, { recursive: true })
    const file = join(book, 'orphans.transcript')
    const before = await nightly(file)
    expect([before.code, before.stdout.split('\n').at(-2)]).toEqual([
      0,
      expect.stringContaining(' 0 drifted, '),
    ])
    const lines = readFileSync(file, 'utf8').split('\n')
    const at = lines.findIndex(
      (line, index) => index > 3 && lines[index - 1]?.startsWith('$ ') && line !== '',
    )
    writeFileSync(file, lines.with(at, `${lines[at]} planted`).join('\n'))
    const after = await nightly(file)
    expect(after.code).toBe(1)
    const { findings } = JSON.parse(readFileSync(join(root, 'out/report.json'), 'utf8'))
    const drifts = findings.flatMap((found: { drifts: object[] }) => found.drifts)
    expect(drifts).toHaveLength(1)
    expect(drifts[0]).toMatchObject({
      kind: 'output',
      what: expect.stringContaining(`orphans.transcript:${at}`),
      todo: expect.stringContaining('the expectation was changed since'),
    })
  })
})
