/**
 * The guest's first root: the host's own bash, mount and insmod with their libraries, the modules that reach the
 * host's files, and the scripts of `guest/`. 13 MB, made anew for each boot in some 50 ms, so it is never out of date.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findProgram } from '#verify/program/index.ts'
import { loadOrder, type Kernel } from '../kernel/index.ts'
import { archive, type ArchiveEntry } from './cpio.ts'
import { quote } from './exposed-files.ts'

/** What the scripts find as variables. */
export type Settings = Readonly<Record<string, string>>

const guest = join(import.meta.dirname, '../guest')
const programs = ['bash', 'mount', 'mkdir', 'cp', 'ln', 'chroot'] as const
const modules = ['virtio_pci', '9pnet_virtio', '9p', 'overlay', 'virtio_console'] as const
const mountPoints = ['/proc', '/sys', '/dev', '/files', '/scratch', '/new'] as const

export function makeInitramfs(kernel: Kernel, settings: Settings): Buffer {
  const order = loadOrder(kernel.modules, modules)
  return archive(
    withFolders([
      ...mountPoints.map((path): ArchiveEntry => ({ kind: 'directory', path })),
      ...programs.flatMap((name) => program(`/bin/${name}`, findProgram([name]) ?? `/bin/${name}`)),
      ...program('/bin/kmod', kernel.kmod.file, kernel.kmod.libraries),
      { kind: 'link', path: '/bin/insmod', target: 'kmod' },
      ...order.map((file, at) => plainFile(modulePath(file, at), join(kernel.modules, file))),
      plainFile('/start.sh', join(guest, 'start.sh')),
      { kind: 'file', path: '/settings', content: Buffer.from(assign(settings)), executable: false },
      { kind: 'file', path: '/init', content: readFileSync(join(guest, 'init.sh')), executable: true },
    ]),
  )
}

/** The shell takes them in the order of their names. */
const modulePath = (file: string, at: number): string =>
  `/modules/${String(at).padStart(2, '0')}-${basename(file)}`

const assign = (settings: Settings): string =>
  Object.entries(settings)
    .map(([name, value]) => `${name}=${quote(value)}\n`)
    .join('')

function plainFile(path: string, from: string, executable = false): ArchiveEntry {
  return { kind: 'file', path, content: readFileSync(from), executable }
}

/** With the libraries that the loader would take, each at its own path; those of `libraries` in /lib. */
function program(path: string, from: string, libraries?: string): ArchiveEntry[] {
  const env = { ...process.env, ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) }
  const listed = execFileSync('ldd', [from], { env, encoding: 'utf8' })
  const needed = [...listed.matchAll(/(\/\S+) \(0x/g)].map(([, file = '']) => file)
  return [
    plainFile(path, from, true),
    ...needed.map((file) =>
      plainFile(
        libraries !== undefined && file.startsWith(`${libraries}/`) ? `/lib/${basename(file)}` : file,
        file,
        true,
      ),
    ),
  ]
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
