import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { loadOrder, moduleName } from './modules.ts'

const folder = mkdtempSync(join(tmpdir(), 'nodebook-modules-'))
afterAll(() => rmSync(folder, { recursive: true }))
writeFileSync(
  join(folder, 'modules.dep'),
  `kernel/fs/9p/9p.ko.xz: kernel/fs/netfs/netfs.ko.xz kernel/net/9p/9pnet.ko.xz
kernel/fs/netfs/netfs.ko.xz:
kernel/net/9p/9pnet.ko.xz:
kernel/net/9p/9pnet-virtio.ko.xz: kernel/net/9p/9pnet.ko.xz kernel/drivers/virtio/virtio.ko.xz
kernel/drivers/virtio/virtio.ko.xz:
`,
)
writeFileSync(join(folder, 'modules.builtin'), 'kernel/drivers/virtio/virtio_pci.ko\n')

test('what a module needs comes before it, once', () => {
  expect(loadOrder(folder, ['9p', '9pnet_virtio']).map(moduleName)).toEqual([
    '9pnet',
    'netfs',
    '9p',
    'virtio',
    '9pnet_virtio',
  ])
})

test('what is built in needs no file', () => {
  expect(loadOrder(folder, ['virtio_pci'])).toEqual([])
})

test('a kernel without a module says which, and which kernel to take', () => {
  expect(() => loadOrder(folder, ['overlay'])).toThrow(
    /expected a module overlay, found none.*linux-image-amd64/,
  )
})
