import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { runProgram } from './index.ts'

test('output, exit code and environment', async () => {
  const result = await runProgram('sh', ['-c', 'echo "$WORD"; echo oops >&2; exit 3'], {
    env: { WORD: 'hello' },
  })
  expect(result).toEqual({ code: 3, stdout: 'hello\n', stderr: 'oops\n', timedOut: false })
})

test('a time limit ends the program and its children', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodebook-program-'))
  // A child that was left behind would write the file.
  const result = await runProgram('sh', ['-c', '(sleep 0.6; echo alive > file) & wait'], {
    cwd: folder,
    timeout: 200,
  })
  expect(result).toMatchObject({ code: null, timedOut: true })
  await sleep(800)
  expect(existsSync(join(folder, 'file'))).toBe(false)
  rmSync(folder, { recursive: true })
})

test('a program that is not there is an error', async () => {
  await expect(runProgram('no-such-program', [])).rejects.toThrow('ENOENT')
})
