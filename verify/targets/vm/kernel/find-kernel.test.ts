import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findKernel } from './find-kernel.ts'

let cache: string
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'nodebook-cache-'))
})
afterEach(() => rmSync(cache, { recursive: true }))

function addKernel(version: string): void {
  const folder = join(cache, 'vm', `kernel-${version}`)
  mkdirSync(join(folder, 'tools/bin'), { recursive: true })
  for (const file of ['image', 'tools/bin/kmod']) writeFileSync(join(folder, file), '')
}

test('an empty cache says what fetches a kernel', () => {
  expect(findKernel({ NODEBOOK_CACHE: cache })).toMatchObject({
    ok: false,
    missing: 'a kernel in the cache',
    todo: expect.stringContaining('npm run verify -- --target vm') as string,
  })
})

test('the newest of the cache is taken, numbers read as numbers', () => {
  for (const version of ['6.1.0-9-amd64', '6.1.0-56-amd64', '5.10.0-99-amd64']) addKernel(version)
  const found = findKernel({ NODEBOOK_CACHE: cache })
  expect(found).toMatchObject({ ok: true, kernel: { version: '6.1.0-56-amd64' } })
})

test('an unfinished one is none', () => {
  mkdirSync(join(cache, 'vm', 'making-1-abc', 'whole'), { recursive: true })
  writeFileSync(join(cache, 'vm', 'making-1-abc', 'whole', 'image'), '')
  expect(findKernel({ NODEBOOK_CACHE: cache }).ok).toBe(false)
})

test('NODEBOOK_KERNEL must be a kernel, with modules', () => {
  const image = join(cache, 'vmlinuz')
  const find = () => findKernel({ NODEBOOK_CACHE: cache, NODEBOOK_KERNEL: image, NODEBOOK_MODULES: cache })
  expect(find()).toMatchObject({ ok: false, missing: `a kernel at ${image}` })
  writeFileSync(image, Buffer.from('\x7fELF Linux version 6.9.1 (me)', 'latin1'))
  expect(find()).toMatchObject({ ok: false, missing: `${cache}/modules.dep, for the kernel at ${image}` })
  writeFileSync(join(cache, 'modules.dep'), '')
  addKernel('1.0.0')
  expect(find()).toMatchObject({ ok: true, kernel: { version: '6.9.1', image, modules: cache } })
})
