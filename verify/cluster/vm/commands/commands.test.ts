/** A machine's agent and whoever asks it, both on this machine. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runProgram } from '#verify/program/index.ts'
import { serveCommands } from './serve.ts'

const folder = mkdtempSync(join(tmpdir(), 'nodebook-commands-'))
const server = serveCommands('sesame')

beforeAll(async () => {
  writeFileSync(join(folder, 'word'), 'sesame\n')
  writeFileSync(join(folder, 'wrong'), 'barley\n')
  await once(server.listen(0, '127.0.0.1'), 'listening')
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

function ask(command: readonly string[], input?: string, word = 'word') {
  const { port } = server.address() as AddressInfo
  const main = join(import.meta.dirname, 'ask-main.ts')
  const args = [main, '127.0.0.1', String(port), join(folder, word), ...command]
  return runProgram(process.execPath, args, input === undefined ? {} : { input })
}

test('both outputs and the status come back', async () => {
  const command = ['sh', '-c', 'echo "$0"; echo no >&2; exit 7', `it's "one" word`]
  expect(await ask(command)).toMatchObject({ code: 7, stdout: `it's "one" word\n`, stderr: 'no\n' })
})

test('input goes there to its end, and more output than fits at once comes back', async () => {
  const input = 'line\n'.repeat(400_000)
  expect((await ask(['cat'], input)).stdout.length).toBe(input.length)
})

test('a signal is a status as in a shell, and a program that is not there is told of', async () => {
  expect((await ask(['sh', '-c', 'kill -KILL $$'])).code).toBe(137)
  expect(await ask(['no-such-program'])).toMatchObject({
    code: 127,
    stderr: expect.stringContaining('ENOENT'),
  })
})

test('without the word nothing runs', async () => {
  const mark = join(folder, 'ran')
  expect((await ask(['touch', mark], undefined, 'wrong')).code).toBe(255)
  expect((await ask(['ls', mark])).code).toBe(2)
})
