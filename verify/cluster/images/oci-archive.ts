/**
 * An OCI image layout in one tar file, as containerd imports it: a layer, a configuration, a manifest, an index.
 * https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md
 */
import { createHash } from 'node:crypto'
import { archive, type Entry } from './layer.ts'

export type Image = {
  /** With registry and tag: what a Pod writes. */
  name: string
  architecture: 'amd64' | 'arm64'
  entries: readonly Entry[]
  entrypoint?: readonly string[]
  command?: readonly string[]
}

export type OciArchive = { name: string; digest: string; bytes: Buffer }

type Blob = { descriptor: { mediaType: string; digest: string; size: number }; bytes: Uint8Array }

const type = (name: string) => `application/vnd.oci.image.${name}`
const json = (value: unknown) => Buffer.from(JSON.stringify(value))

export async function makeOciArchive(image: Image): Promise<OciArchive> {
  const layer = blob(type('layer.v1.tar'), await archive(image.entries))
  const platform = { architecture: image.architecture, os: 'linux' }
  const config = blob(
    type('config.v1+json'),
    json({
      ...platform,
      config: {
        Env: ['PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
        ...(image.entrypoint ? { Entrypoint: image.entrypoint } : {}),
        ...(image.command ? { Cmd: image.command } : {}),
        WorkingDir: '/',
      },
      // Uncompressed, so that the layer's digest is that of its content.
      rootfs: { type: 'layers', diff_ids: [layer.descriptor.digest] },
    }),
  )
  const manifest = blob(
    type('manifest.v1+json'),
    json({
      schemaVersion: 2,
      mediaType: type('manifest.v1+json'),
      config: config.descriptor,
      layers: [layer.descriptor],
    }),
  )
  const annotations = {
    // containerd's own; the other is the specification's, where a tag alone is expected.
    'io.containerd.image.name': image.name,
    'org.opencontainers.image.ref.name': image.name.slice(image.name.lastIndexOf(':') + 1),
  }
  const index = json({
    schemaVersion: 2,
    mediaType: type('index.v1+json'),
    manifests: [{ ...manifest.descriptor, platform, annotations }],
  })
  const bytes = await archive([
    { kind: 'file', path: 'oci-layout', content: json({ imageLayoutVersion: '1.0.0' }) },
    { kind: 'file', path: 'index.json', content: index },
    ...[layer, config, manifest].map(({ descriptor, bytes }): Entry => ({
      kind: 'file',
      path: `blobs/${descriptor.digest.replace(':', '/')}`,
      content: bytes,
    })),
  ])
  return { name: image.name, digest: manifest.descriptor.digest, bytes }
}

function blob(mediaType: string, bytes: Uint8Array): Blob {
  const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`
  return { descriptor: { mediaType, digest, size: bytes.length }, bytes }
}
