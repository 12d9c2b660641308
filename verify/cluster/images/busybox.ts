/** The distribution's busybox with the libraries it asks for (a static one asks for none) and a link for each applet. */
import { readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { findProgram, runProgram } from '#verify/program/index.ts'
import type { Entry } from './layer.ts'

/** What transcripts count on. */
const needed = [
  'sh',
  'sleep',
  'httpd',
  'nc',
  'wget',
  'nslookup',
  'ip',
  'ps',
  'cat',
  'hostname',
  'wget',
] as const

export async function busyboxEntries(): Promise<Entry[]> {
  const file = findProgram(['busybox'])
  if (file === undefined) throw new Error(`images: expected busybox on this machine, found none. ${install}`)
  const listed = (await runProgram(file, ['--list'], { timeout: 10_000 })).stdout.trim().split('\n')
  const lacking = needed.filter((applet) => !listed.includes(applet))
  if (lacking.length > 0)
    throw new Error(
      `images: expected a busybox with ${needed.join(', ')}; ${file} lacks ${lacking.join(', ')}. ${install}`,
    )
  const libraries = await librariesOf(file)
  const applets = listed.filter((applet) => /^[\w[][\w.+-]*$/.test(applet) && applet !== 'busybox')
  return withFolders([
    program('bin/busybox', file),
    ...applets.map((applet): Entry => ({ kind: 'link', path: `bin/${applet}`, target: 'busybox' })),
    ...libraries.map((library) => program(library.slice(1), library)),
  ])
}

const install = 'Install it: busybox-static on Debian and Ubuntu, busybox on Fedora and Arch.'

const program = (path: string, from: string): Entry => ({
  kind: 'file',
  path,
  content: readFileSync(realpathSync(from)),
  mode: 0o755,
})

/** As the loader would find them; `ldd` fails for a static program. */
async function librariesOf(file: string): Promise<string[]> {
  const { code, stdout } = await runProgram('ldd', [file], { timeout: 10_000 })
  return code === 0 ? [...stdout.matchAll(/(\/\S+) \(0x/g)].map(([, library = '']) => library) : []
}

export function withFolders(entries: readonly Entry[]): Entry[] {
  const folders = new Set<string>()
  for (const { path } of entries)
    for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) folders.add(folder)
  const known = new Set(entries.map(({ path }) => path))
  const missing = [...folders].filter((path) => !known.has(path))
  return [...missing.map((path): Entry => ({ kind: 'folder', path })), ...entries]
}
