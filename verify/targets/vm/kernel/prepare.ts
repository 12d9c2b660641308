/**
 * Unpacks the distribution's kernel into the cache, without root and without installing it. Made in a folder of its own
 * and renamed when whole, so that an interrupted one is never taken for a kernel. Left out: distributions without
 * apt (NODEBOOK_KERNEL names an installed kernel there).
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, join } from 'node:path'
import { runProgram } from '#verify/program/index.ts'
import { startOf } from '#verify/sandbox/owner.ts'
import { cacheFolder } from '../cache.ts'
import { findKernel, findKmod, type Kernel } from './find-kernel.ts'
import { readVersion, unpackImage } from './kernel-image.ts'
import { hasApt, ownApt, systemApt, unpackPackage, type Apt } from './packages.ts'

/** The package that depends on the newest kernel: Debian's name, then Ubuntu's. */
const newest = ['linux-image-amd64', 'linux-image-generic'] as const

export async function prepareKernel(say: (line: string) => void, env = process.env): Promise<Kernel> {
  const found = findKernel(env)
  if (found.ok) return found.kernel
  if (env['NODEBOOK_KERNEL']) throw new Error(`vm: expected ${found.missing}. ${found.todo}`)
  if (!hasApt())
    throw new Error(
      'vm: expected apt-get, apt-cache and dpkg-deb to fetch a kernel with, found not all of them. Let NODEBOOK_KERNEL ' +
        'name an installed kernel instead (/usr/lib/modules/$(uname -r)/vmlinuz on Fedora and Arch).',
    )
  const cache = cacheFolder(env)
  mkdirSync(cache, { recursive: true })
  sweep(cache)
  const making = mkdtempSync(join(cache, `making-${process.pid}-`))
  try {
    const files = await fetchPackages(making, say)
    await assemble(cache, making, files, say)
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
  const made = findKernel(env)
  if (!made.ok) throw new Error(`vm: expected ${made.missing}. ${made.todo}`)
  return made.kernel
}

async function fetchPackages(making: string, say: (line: string) => void): Promise<string[]> {
  const fetchWith = async (apt: Apt) => {
    const names = await kernelPackages(apt)
    say(`vm: fetching ${names.join(', ')} (about 70 MB, once)`)
    return apt.download([...names, 'kmod'], join(making, 'packages'))
  }
  try {
    return await fetchWith(systemApt())
  } catch (error) {
    say(`vm: ${(error as Error).message}; fetching fresh lists of packages`)
  }
  try {
    return await fetchWith(await ownApt(join(making, 'apt')))
  } catch (error) {
    throw new Error(
      `vm: the kernel could not be fetched. ${(error as Error).message}\n` +
        'Try again with a network, or let NODEBOOK_KERNEL name an installed kernel.',
      { cause: error },
    )
  }
}

/** Ubuntu keeps modules in packages of their own. */
async function kernelPackages(apt: Apt): Promise<string[]> {
  const found = new Set<string>()
  const follow = async (name: string): Promise<void> => {
    const wanted = (await apt.dependencies(name)).filter((each) => /^linux-(image|modules)-.*\d/.test(each))
    for (const each of wanted.filter((each) => !found.has(each))) {
      found.add(each)
      await follow(each)
    }
  }
  for (const name of newest) {
    await follow(name).catch(() => undefined)
    if (found.size > 0) return [...found]
  }
  throw new Error(`none of ${newest.join(', ')} is in apt's lists`)
}

async function assemble(
  cache: string,
  making: string,
  packages: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const whole = join(making, 'whole')
  for (const file of packages) {
    const isTool = /^kmod/.test(basename(file))
    await unpackPackage(file, isTool ? join(whole, 'tools') : join(making, 'unpacked'))
  }
  const image = globSync(`${making}/unpacked/boot/vmlinuz-*`)[0]
  const version = image === undefined ? undefined : readVersion(readFileSync(image))
  if (image === undefined || version === undefined)
    throw new Error(
      `vm: expected a kernel in ${packages.map((file) => basename(file)).join(', ')}, found none.`,
    )
  say(`vm: unpacking Linux ${version}`)
  const modules = join(whole, 'lib/modules', version)
  mkdirSync(join(whole, 'lib/modules'), { recursive: true })
  renameSync(globSync(`${making}/unpacked/{usr/,}lib/modules/${version}`)[0] ?? modules, modules)
  await listModules(whole, version)
  const elf = unpackImage(readFileSync(image))
  if (elf) writeFileSync(join(whole, 'image'), elf)
  else copyFileSync(image, join(whole, 'image'))
  chmodSync(whole, 0o755)
  install(whole, join(cache, `kernel-${version}`))
}

/** Packages leave this to their installation. */
async function listModules(whole: string, version: string): Promise<void> {
  const kmod = findKmod(whole)
  if (!kmod) throw new Error('vm: expected kmod in its package, found none.')
  const args = ['-c', 'exec -a depmod "$0" "$@"', kmod, '-b', whole, version]
  const { code, stderr } = await runProgram('bash', args)
  if (code !== 0) throw new Error(`vm: depmod ended with ${code}: ${stderr.trim()}`)
}

/** Another run may have been faster; its kernel is as good. */
function install(whole: string, folder: string): void {
  try {
    renameSync(whole, folder)
  } catch (error) {
    if (!existsSync(join(folder, 'image'))) throw error
  }
}

/** What runs that were killed meanwhile have left. */
function sweep(cache: string): void {
  for (const name of readdirSync(cache)) {
    const pid = /^making-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && startOf(Number(pid)) === undefined)
      rmSync(join(cache, name), { recursive: true, force: true })
  }
}
