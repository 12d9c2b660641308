import { createHash } from 'node:crypto'
import { arch } from 'node:os'
import { extract } from 'tar-stream'
import { describe, expect, test } from 'vitest'
import { findProgram } from '#verify/program/index.ts'
import { withFolders } from './busybox.ts'
import { makeImages } from './images.ts'
import { archive } from './layer.ts'
import { makeOciArchive } from './oci-archive.ts'

const entries = [
  { kind: 'file', path: 'bin/hello', content: Buffer.from('hello\n'), mode: 0o755 },
  { kind: 'link', path: 'bin/hi', target: 'hello' },
  { kind: 'folder', path: 'bin' },
] as const

async function unpack(bytes: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>()
  const tar = extract()
  tar.end(bytes)
  for await (const entry of tar) {
    const chunks: Uint8Array[] = []
    for await (const chunk of entry) chunks.push(chunk as Uint8Array)
    found.set(entry.header.name, Buffer.concat(chunks))
  }
  return found
}

test('a layer is the same bytes whatever the order and the moment', async () => {
  const once = await archive(entries)
  expect(await archive(entries.toReversed())).toEqual(once)
  expect([...(await unpack(once)).keys()]).toEqual(['bin', 'bin/hello', 'bin/hi'])
})

test('every digest of the layout is that of the bytes it names', async () => {
  const { bytes, digest } = await makeOciArchive({ name: 'a/b:1', architecture: 'amd64', entries })
  const files = await unpack(bytes)
  for (const [path, content] of files)
    if (path.startsWith('blobs/'))
      expect(path).toBe(`blobs/sha256/${createHash('sha256').update(content).digest('hex')}`)
  const read = (descriptor: { digest: string; size: number }): Buffer => {
    const content = files.get(`blobs/${descriptor.digest.replace(':', '/')}`)
    expect(content?.length).toBe(descriptor.size)
    return content!
  }
  type Descriptor = { digest: string; size: number }
  const index = JSON.parse(String(files.get('index.json'))) as { manifests: Descriptor[] }
  expect(index.manifests).toMatchObject([{ digest, annotations: { 'io.containerd.image.name': 'a/b:1' } }])
  const manifest = JSON.parse(String(read(index.manifests[0]!))) as {
    config: Descriptor
    layers: Descriptor[]
  }
  const config = JSON.parse(String(read(manifest.config))) as { rootfs: { diff_ids: string[] } }
  expect(config.rootfs.diff_ids).toEqual(manifest.layers.map((layer) => layer.digest))
  expect((await unpack(read(manifest.layers[0]!))).get('bin/hello')).toEqual(Buffer.from('hello\n'))
})

test('folders that files lie in come with them, once', () => {
  const paths = withFolders([
    { kind: 'link', path: 'usr/lib/a', target: 'b' },
    { kind: 'folder', path: 'usr' },
  ]).map(({ path }) => path)
  expect(paths.toSorted()).toEqual(['usr', 'usr/lib', 'usr/lib/a'])
})

describe.skipIf(findProgram(['busybox']) === undefined)('of this machine’s busybox', () => {
  test('both images, twice the same', async () => {
    const [first, second] = [await makeImages(), await makeImages()]
    expect(first.map(({ name }) => name)).toEqual(['nodebook.local/pause:1', 'nodebook.local/toolbox:1'])
    expect(first).toEqual(second)
    expect(String((await unpack(first[0]!.bytes)).get('index.json'))).toContain(
      arch() === 'x64' ? 'amd64' : 'arm64',
    )
  })
})
