import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serve, type Served } from './index.ts'
import { normalizeBase, route } from './route.ts'

let folder: string
let root: Served
let below: Served

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nodebook-serve-'))
  const dist = join(folder, 'dist')
  mkdirSync(join(dist, 'cgroups'), { recursive: true })
  mkdirSync(join(dist, 'empty'))
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(dist, 'index.html'), 'home')
  writeFileSync(join(dist, '404.html'), 'lost')
  writeFileSync(join(dist, 'cgroups/index.html'), 'cgroups')
  writeFileSync(join(dist, '命名 空间.js'), 'name')
  writeFileSync(join(dist, 'index.pf_meta'), 'bytes')
  symlinkSync(join(folder, 'secret.txt'), join(dist, 'link.txt'))
  root = await serve(dist, { port: 0 })
  below = await serve(dist, { port: 0, base: '/some/where' })
})

afterAll(async () => {
  await root.close()
  await below.close()
  rmSync(folder, { recursive: true })
})

/** fetch() would tidy `..` away before it is sent; this sends the path as it is. */
function ask(served: Served, path: string, method = 'GET') {
  const { hostname, port } = new URL(served.url)
  return new Promise<{ status: number; body: string; type: string; location: string }>((done, failed) => {
    request({ hostname, port, path, method }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (text: string) => (body += text))
      response.on('end', () =>
        done({
          status: response.statusCode ?? 0,
          body,
          type: response.headers['content-type'] ?? '',
          location: response.headers.location ?? '',
        }),
      )
    })
      .on('error', failed)
      .end()
  })
}

test.each([
  ['/', 200, 'home', 'text/html; charset=utf-8'],
  ['/?a=1', 200, 'home', 'text/html; charset=utf-8'],
  ['/cgroups/', 200, 'cgroups', 'text/html; charset=utf-8'],
  ['/%E5%91%BD%E5%90%8D%20%E7%A9%BA%E9%97%B4.js', 200, 'name', 'text/javascript; charset=utf-8'],
  ['/index.pf_meta', 200, 'bytes', 'application/octet-stream'],
  ['/nowhere', 404, 'lost', 'text/html; charset=utf-8'],
  ['/empty/', 404, 'lost', 'text/html; charset=utf-8'],
])('GET %s is %i', async (path, status, body, type) => {
  expect(await ask(root, path)).toMatchObject({ status, body, type })
})

test.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/cgroups/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/link.txt',
  '//etc/passwd',
  '/index.html%00.txt',
  '/%E0%A4%A',
])('GET %s gives nothing from outside', async (path) => {
  const { status, body } = await ask(root, path)
  expect([400, 404]).toContain(status)
  expect(body).not.toContain('secret')
})

test('a folder without its slash is sent to the one with it, on this host', async () => {
  expect(await ask(root, '/cgroups?a=1')).toMatchObject({ status: 302, location: '/cgroups/?a=1' })
})

test('HEAD has no body; POST is refused', async () => {
  expect(await ask(root, '/', 'HEAD')).toMatchObject({ status: 200, body: '' })
  expect(await ask(root, '/', 'POST')).toMatchObject({ status: 405 })
})

describe('below a base', () => {
  test('the address says so', () => expect(new URL(below.url).pathname).toBe('/some/where/'))
  test.each([
    ['/some/where/', 200, 'home'],
    ['/some/where/cgroups/', 200, 'cgroups'],
    ['/cgroups/', 404, 'lost'],
    ['/some/whereabouts/', 404, 'lost'],
  ])('GET %s is %i', async (path, status, body) => {
    expect(await ask(below, path)).toMatchObject({ status, body })
  })
  test.each(['/', '/some/where'])('GET %s is sent to the base', async (path) => {
    expect(await ask(below, path)).toMatchObject({ status: 302, location: '/some/where/' })
  })
})

test('another port when the one asked for is taken, and only if asked', async () => {
  const port = Number(new URL(root.url).port)
  await expect(serve(folder, { port })).rejects.toThrow('EADDRINUSE')
  const other = await serve(folder, { port, orAnother: true })
  expect(new URL(other.url).port).not.toBe(String(port))
  await other.close()
})

test('closing ends connections that are kept alive', async () => {
  const served = await serve(folder, { port: 0 })
  await (await fetch(`${served.url}secret.txt`)).text()
  await served.close()
  await expect(fetch(served.url)).rejects.toThrow()
})

test.each([
  [undefined, '/'],
  ['', '/'],
  ['/', '/'],
  ['book', '/book/'],
  ['/a/b', '/a/b/'],
])('base %s is %s', (given, base) => expect(normalizeBase(given)).toBe(base))

test('an address that does not begin with a slash is malformed', () => {
  expect(route('http://elsewhere/', '/')).toEqual({ kind: 'malformed' })
})
