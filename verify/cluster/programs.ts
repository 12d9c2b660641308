/** What k3s unpacks itself into, once for each k3s: kubectl and the others are links in there. */
import { globSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '#verify/program/index.ts'
import type { K3s } from './release/index.ts'

/** A folder for each binary, so that what lies in it is its own. */
export function dataFolder({ sha256 }: K3s): string {
  const folder = join(cacheFolder('k3s'), `data-${sha256.slice(0, 12)}`)
  mkdirSync(folder, { recursive: true })
  return folder
}

/** Undefined before the first node has started. */
export const findPrograms = (data: string): string | undefined =>
  globSync(`${data}/*/bin/kubectl`)
    .map((file) => join(file, '..'))
    .toSorted()
    .at(-1)
