/**
 * The guest's first root: the host's own bash, mount and insmod with their libraries, the modules that reach the
 * host's files, and the scripts of `guest/`. 13 MB, made anew for each boot in some 50 ms, so it is never out of date.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findProgram } from '#verify/program/index.ts'
import { loadOrder, moduleName, type Kernel } from '../kernel/index.ts'
import type { Carried } from './carried-sources.ts'
import { archive, type ArchiveEntry } from './cpio.ts'
import { quote } from './exposed-files.ts'

/** What the scripts find as variables. */
export type Settings = Readonly<Record<string, string>>

const guest = join(import.meta.dirname, '../guest')
const programs = ['bash', 'mount', 'mkdir', 'cp', 'sleep', 'chroot'] as const
const links = { fd: '/proc/self/fd', stdin: 'fd/0', stdout: 'fd/1', stderr: 'fd/2' } as const
const modules = ['virtio_pci', '9pnet_virtio', '9p', 'overlay', 'virtio_console'] as const
const mountPoints = ['/proc', '/sys', '/dev', '/files', '/scratch', '/new'] as const

export type Initramfs = {
  kernel: Kernel
  settings: Settings
  sources: Carried
  /** The script that takes over once the host's files are there. */
  start?: string
}

export function makeInitramfs({ kernel, settings, sources, start }: Initramfs): Buffer {
  const order = loadOrder(kernel.modules, modules)
  return archive(
    withFolders([
      ...mountPoints.map((path): ArchiveEntry => ({ kind: 'directory', path })),
      ...programs.flatMap((name) => program(`/bin/${name}`, findProgram([name]) ?? `/bin/${name}`)),
      ...program('/bin/kmod', kernel.kmod),
      { kind: 'link', path: '/bin/modprobe', target: 'kmod' },
      ...Object.entries(links).map(([name, target]): ArchiveEntry => ({
        kind: 'link',
        path: `/links/${name}`,
        target,
      })),
      ...['modules.dep.bin', ...order].map((file) =>
        plainFile(join('/lib/modules', kernel.version, file), join(kernel.modules, file)),
      ),
      plainFile('/guest/start.sh', start ?? join(guest, 'start.sh')),
      plainFile('/guest/main.mjs', join(guest, 'main.mjs')),
      text('/guest/sources.json', JSON.stringify(sources)),
      text('/guest/settings', assign({ ...settings, modules: order.map(moduleName).join(' ') })),
      { kind: 'file', path: '/init', content: readFileSync(join(guest, 'init.sh')), executable: true },
    ]),
  )
}

const assign = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join('')

const text = (path: string, content: string): ArchiveEntry => ({
  kind: 'file',
  path,
  content: Buffer.from(content),
  executable: false,
})

function plainFile(path: string, from: string, executable = false): ArchiveEntry {
  return { kind: 'file', path, content: readFileSync(from), executable }
}

/** With the libraries that the loader would take, each at its own path. */
function program(path: string, from: string): ArchiveEntry[] {
  const listed = execFileSync('ldd', [from], { encoding: 'utf8' })
  const libraries = [...listed.matchAll(/(\/\S+) \(0x/g)].map(([, file = '']) => file)
  return [plainFile(path, from, true), ...libraries.map((file) => plainFile(file, file, true))]
}

/** Each path once, after the folders that it lies in. */
function withFolders(entries: readonly ArchiveEntry[]): ArchiveEntry[] {
  const all = new Map<string, ArchiveEntry>()
  const addFolder = (path: string): void => {
    if (path === '/' || all.has(path)) return
    addFolder(dirname(path))
    all.set(path, { kind: 'directory', path })
  }
  for (const entry of entries) {
    addFolder(dirname(entry.path))
    all.set(entry.path, entry)
  }
  return [...all.values()]
}
