/**
 * Fetches packages of Debian and its children with the system's apt, without root: into a folder, with lists of its own
 * where the system's are missing or out of date.
 */
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, runProgram } from '#verify/program/index.ts'

export type Apt = {
  /** The packages that this one depends on. */
  dependencies(name: string): Promise<string[]>
  /** Into a folder; resolves with the files. */
  download(names: readonly string[], folder: string): Promise<string[]>
}

/** `options` before the command; `refresh` fetches lists first. */
function apt(options: readonly string[]): Apt {
  return {
    async dependencies(name) {
      const { code, stdout, stderr } = await runProgram('apt-cache', [...options, 'depends', name])
      if (code !== 0) throw new Error(`apt-cache depends ${name}: ${lastLine(stderr)}`)
      return [...stdout.matchAll(/^ *\|?Depends: ([^<\s]+)$/gm)].map(([, depended = '']) => depended)
    },
    async download(names, folder) {
      mkdirSync(folder, { recursive: true })
      const args = [...options, ...fetching, 'download', ...names]
      const { code, stderr } = await runProgram('apt-get', args, { cwd: folder })
      if (code !== 0) throw new Error(`apt-get download ${names.join(' ')}: ${lastLine(stderr)}`)
      return readdirSync(folder).map((name) => join(folder, name))
    },
  }
}

export const hasApt = (): boolean =>
  ['apt-get', 'apt-cache', 'dpkg-deb'].every((program) => findProgram([program]) !== undefined)

/** With the system's lists. */
export const systemApt = (): Apt => apt([])

/** With lists fetched just now, below `folder`. */
export async function ownApt(folder: string): Promise<Apt> {
  for (const name of ['lists/partial', 'archives/partial']) mkdirSync(join(folder, name), { recursive: true })
  const options = ['-o', `Dir::State=${folder}`, '-o', `Dir::Cache=${folder}`, '-o', 'Debug::NoLocking=1']
  const { code, stdout, stderr } = await runProgram('apt-get', [...options, ...fetching, 'update'])
  const unreachable = /^(?:W|E|Err)\b.*$/m.exec(stderr)?.[0]
  if (code !== 0 || (unreachable !== undefined && !/^(Hit|Get):/m.test(stdout)))
    throw new Error(`apt-get update: ${unreachable ?? lastLine(stderr)}`)
  return apt(options)
}

export async function unpackPackage(file: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const { code, stderr } = await runProgram('dpkg-deb', ['-x', file, folder])
  if (code !== 0) throw new Error(`dpkg-deb -x ${file}: ${lastLine(stderr)}`)
}

/** So that a network that swallows packets is not waited for. */
const patience = [
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::https::Timeout=20',
  '-o',
  'Acquire::Retries=1',
]
const fetching = ['-o', 'APT::Sandbox::User=root', ...patience]

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? ''
