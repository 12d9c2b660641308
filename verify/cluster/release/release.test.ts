/** Against a server on loopback that can be told to fail in each way that servers do. */
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isRoot } from '#verify/sandbox/index.ts'
import { runProgram } from '#verify/program/index.ts'
import { addressesOf, readChecksum } from './addresses.ts'
import { fetchFile } from './fetch-file.ts'
import { findK3s } from './find-k3s.ts'
import { findPin, newestPin } from './pins.ts'

const content = Buffer.from(
  `#!/bin/sh\necho "k3s version v1.99.0+k3s1 (0123abcd)"\n${'# filler\n'.repeat(40_000)}`,
)
const sha256 = createHash('sha256').update(content).digest('hex')

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let folder = ''
let url = ''
let answer: Answer
let asked: IncomingMessage[] = []
const server = createServer((request, response) => {
  asked.push(request)
  answer(request, response)
})

beforeEach(async () => {
  asked = []
  hangUp = () => {}
  folder = mkdtempSync(join(tmpdir(), 'nodebook-release-'))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  server.closeAllConnections()
  await new Promise((closed) => server.close(closed))
})

const whole: Answer = ({ headers }, response) => {
  const from = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0)
  response
    .writeHead(from > 0 ? 206 : 200, { 'content-length': content.length - from })
    .end(content.subarray(from))
}
/** Sends so many bytes and hangs up once they were taken: what is on its way when a connection breaks may be lost. */
const cut =
  (bytes: number): Answer =>
  (_, response) => {
    response.writeHead(200, { 'content-length': content.length })
    hangUp = () => response.destroy()
    response.write(content.subarray(0, bytes))
  }
let hangUp = () => {}

const file = () => join(folder, 'cache/k3s')
const get = (more: Partial<Parameters<typeof fetchFile>[0]> = {}) =>
  fetchFile({ url, file: file(), sha256, onProgress: () => hangUp(), pause: 1, ...more })
const left = () => (existsSync(dirname(file())) ? readdirSync(dirname(file())) : [])

test('a whole file is in place, runnable, and was reported on the way', async () => {
  answer = whole
  const seen: number[] = []
  await get({ onProgress: (bytes, all) => seen.push(bytes / (all ?? NaN)) })
  expect(readFileSync(file())).toEqual(content)
  expect(seen.at(-1)).toBe(1)
  expect(left()).toEqual(['k3s'])
})

test('a connection that is cut is taken up where it ended', async () => {
  answer = (request, response) => (asked.length === 1 ? cut(1_000) : whole)(request, response)
  await get()
  expect(asked.map(({ headers }) => headers.range)).toEqual([undefined, 'bytes=1000-'])
  expect(readFileSync(file())).toEqual(content)
})

test('a server that knows no ranges sends it again from the start', async () => {
  answer = (request, response) => {
    if (asked.length === 1) return cut(1_000)(request, response)
    response.writeHead(200, { 'content-length': content.length }).end(content)
  }
  await get()
  expect(readFileSync(file())).toEqual(content)
})

test('a connection that is cut again and again is an error, and nothing is left', async () => {
  answer = cut(10)
  await expect(get({ resumes: 2 })).rejects.toThrow(/the connection was cut 3 times/)
  expect(left()).toEqual([])
})

test('another content is an error that names both sums, and nothing is left', async () => {
  answer = (_, response) => response.end('no binary')
  await expect(get()).rejects.toThrow(new RegExp(`expected sha256 ${sha256}, got [0-9a-f]{64}`))
  expect(left()).toEqual([])
})

test('a refusal is not asked again', async () => {
  answer = (_, response) => response.writeHead(404).end()
  await expect(get()).rejects.toThrow('404 Not Found')
  expect(asked).toHaveLength(1)
  expect(left()).toEqual([])
})

test('what a killed download has left is removed by the next; one that may still run is let be', async () => {
  const here = /\d+/.exec(readlinkSync('/proc/self/ns/pid'))![0]
  // In this very pid namespace, by a process that never was; and in one that cannot be seen from here.
  const [dead, elsewhere] = [
    `nodebook-run-${here}-4194303-1-k3s.part`,
    'nodebook-run-1-2-3-k3s.part',
  ] as const
  mkdirSync(dirname(file()), { recursive: true })
  for (const name of [dead, elsewhere]) writeFileSync(join(dirname(file()), name), 'half')
  answer = whole
  await get()
  expect(left().toSorted()).toEqual(['k3s', elsewhere])
})

test.skipIf(!isRoot())('a full disk says so (only root can mount a small one)', async () => {
  const program = [
    `import { fetchFile } from ${JSON.stringify(join(import.meta.dirname, 'fetch-file.ts'))}`,
    `await fetchFile(${JSON.stringify({ url, file: join(folder, 'small/k3s'), sha256 })}).catch((e) => console.log(e.message))`,
  ].join('\n')
  answer = whole
  mkdirSync(join(folder, 'small'))
  const script =
    'mount -t tmpfs -o size=64k small "$1" && "$2" --input-type=module-typescript -e "$3"; ls "$1"'
  const args = ['--mount', 'sh', '-c', script, 'sh', join(folder, 'small'), process.execPath]
  const { stdout } = await runProgram(
    'unshare',
    [...args, program.replace('sha256', 'onProgress: () => {}, sha256')],
    {
      timeout: 20_000,
    },
  )
  expect(stdout).toMatch(/expected room for the download, got a full disk \(ENOSPC\)/)
  expect(stdout.trim().split('\n')).toHaveLength(1)
})

test('a version that is not pinned is checked by the release’s own list', async () => {
  const version = 'v1.99.0+k3s1'
  const name = `k3s${findPin().architecture === 'amd64' ? '' : '-arm64'}`
  answer = (request, response) => {
    if (request.url?.endsWith('.txt')) response.end(`${'0'.repeat(64)}  other\n${sha256}  ${name}\n`)
    else whole(request, response)
  }
  const env = { ...process.env, K3S_MIRROR: url, NODEBOOK_CACHE: folder }
  const quiet = { onProgress: () => {}, say: () => {} }
  const found = await findK3s({ version, ...quiet }, env)
  expect(found).toMatchObject({ version, sha256, release: true })
  expect(asked.map((request) => request.url)).toEqual([
    `/v1.99.0%2Bk3s1/sha256sum-${findPin().architecture}.txt`,
    `/v1.99.0%2Bk3s1/${name}`,
  ])
  // The second time it is there.
  await findK3s({ version, ...quiet }, env)
  expect(asked).toHaveLength(2)
})

test('K3S_BIN comes first; a build of one’s own is no release', async () => {
  const own = join(folder, 'own')
  writeFileSync(own, content)
  chmodSync(own, 0o755)
  const quiet = { onProgress: () => {}, say: () => {} }
  expect(await findK3s(quiet, { ...process.env, K3S_BIN: own })).toMatchObject({
    file: own,
    sha256,
    release: false,
  })
  await expect(findK3s(quiet, { ...process.env, K3S_BIN: '/no/such' })).rejects.toThrow(
    'K3S_BIN: expected a program',
  )
})

test('pins', () => {
  expect(findPin(undefined, 'x64')).toMatchObject({ version: newestPin, architecture: 'amd64' })
  expect(findPin(undefined, 'arm64').sha256).toMatch(/^[0-9a-f]{64}$/)
  expect(() => findPin('1.36')).toThrow('expected a release such as')
  expect(() => findPin(undefined, 'riscv64')).toThrow('Set K3S_BIN')
  const pin = findPin('v1.36.2+k3s1', 'arm64')
  expect(addressesOf(pin, { K3S_MIRROR: 'http://mirror/k3s/' }).binary).toBe(
    'http://mirror/k3s/v1.36.2%2Bk3s1/k3s-arm64',
  )
  expect(readChecksum('aa  k3s-arm64\n', pin)).toBeUndefined()
})
