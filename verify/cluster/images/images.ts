/** The two images that the book's clusters have without a registry: what holds a Pod, and a toolbox to look around with. */
import { arch } from 'node:os'
import { busyboxEntries } from './busybox.ts'
import type { Entry } from './layer.ts'
import { makeOciArchive, type OciArchive } from './oci-archive.ts'

export const pauseImage = 'nodebook.local/pause:1'
export const toolboxImage = 'nodebook.local/toolbox:1'

/**
 * What upstream's pause does: sleeps, ends on SIGTERM, and as process 1 takes in the orphans of a shared PID namespace.
 * `wait` reaps whichever child ends; the one that never does keeps it waiting.
 */
const pause = `#!/bin/sh
trap 'exit 0' TERM INT
sleep infinity &
while :; do wait; done
`

const text = (path: string, content: string, mode = 0o644): Entry => ({
  kind: 'file',
  path,
  content: Buffer.from(content),
  mode,
})

const toolbox: readonly Entry[] = [
  text('etc/passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n'),
  text('etc/group', 'root:x:0:\nnogroup:x:65534:\n'),
  { kind: 'folder', path: 'etc' },
  { kind: 'folder', path: 'root', mode: 0o700 },
  { kind: 'folder', path: 'tmp', mode: 0o1777 },
  { kind: 'folder', path: 'var' },
  { kind: 'folder', path: 'var/www' },
]

export async function makeImages(): Promise<OciArchive[]> {
  const architecture = arch() === 'arm64' ? 'arm64' : 'amd64'
  const busybox = await busyboxEntries()
  return Promise.all([
    makeOciArchive({
      name: pauseImage,
      architecture,
      entries: [...busybox, text('pause', pause, 0o755)],
      entrypoint: ['/pause'],
    }),
    makeOciArchive({ name: toolboxImage, architecture, entries: [...busybox, ...toolbox], command: ['sh'] }),
  ])
}
