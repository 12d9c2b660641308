/** The kernel to boot: NODEBOOK_KERNEL, or else the newest that was unpacked into the cache. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { findProgram } from '#verify/program/index.ts'
import { cacheFolder } from '../cache.ts'
import { readVersion } from './kernel-image.ts'

export type Kernel = {
  version: string
  /** An ELF or a bzImage. */
  image: string
  /** `…/lib/modules/<version>`, with modules.dep. */
  modules: string
  /** The program that loads modules. */
  kmod: string
}

export type Found = { ok: true; kernel: Kernel } | { ok: false; missing: string; todo: string }

type Variables = Readonly<Record<string, string | undefined>>

export function findKernel(env: Variables = process.env): Found {
  const named = env['NODEBOOK_KERNEL']
  return named ? findNamed(named, env) : findCached(env)
}

function findNamed(image: string, env: Variables): Found {
  const version = existsSync(image) ? readVersion(readFileSync(image)) : undefined
  if (version === undefined)
    return {
      ok: false,
      missing: `a kernel at ${image}`,
      todo: 'Let NODEBOOK_KERNEL name a vmlinuz or vmlinux.',
    }
  const modules = env['NODEBOOK_MODULES'] || `/lib/modules/${version}`
  if (!existsSync(join(modules, 'modules.dep')))
    return {
      ok: false,
      missing: `${modules}/modules.dep, for the kernel at ${image}`,
      todo: 'Let NODEBOOK_MODULES name the folder of this kernel’s modules, and run depmod on it.',
    }
  const kmod = findKmod(`${cacheFolder(env)}/kernel-*`)
  if (!kmod) return { ok: false, missing: 'kmod', todo: 'Install it: apt-get install kmod' }
  return { ok: true, kernel: { version, image, modules, kmod } }
}

function findCached(env: Variables): Found {
  const newest = globSync(`${cacheFolder(env)}/kernel-*/image`)
    .toSorted(byVersion)
    .at(-1)
  if (newest === undefined)
    return {
      ok: false,
      missing: 'a kernel in the cache',
      todo: 'Run: npm run verify -- --target vm   (it fetches one, without root), or let NODEBOOK_KERNEL name one.',
    }
  const folder = dirname(newest)
  const version = basename(folder).slice('kernel-'.length)
  const kmod = findKmod(folder)
  if (!kmod) return { ok: false, missing: `${folder}/tools`, todo: `Remove ${folder}; it is made again.` }
  return { ok: true, kernel: { version, image: newest, modules: join(folder, 'lib/modules', version), kmod } }
}

const byVersion = (one: string, other: string): number => one.localeCompare(other, 'en', { numeric: true })

/** The machine's own, or what was unpacked into `tools` of one of the folders that match. */
export const findKmod = (folders: string): string | undefined =>
  findProgram(['kmod']) ?? globSync(`${folders}/tools/{usr/,}{s,}bin/kmod`)[0]
