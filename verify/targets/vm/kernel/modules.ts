/** Reads a kernel's list of modules: which files to load for a module, in order, and what is built in. */
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

export const moduleName = (file: string): string =>
  basename(file)
    .replace(/\.ko.*$/, '')
    .replaceAll('-', '_')

/** Files below `folder` (`…/lib/modules/6.1.0`), each after those that it needs. */
export function loadOrder(folder: string, names: readonly string[]): string[] {
  const needs = new Map(readLines(folder, 'modules.dep').map(readNeeds))
  const files = new Map([...needs.keys()].map((file) => [moduleName(file), file]))
  const builtIn = new Set(readLines(folder, 'modules.builtin').map(moduleName))
  const order = new Set<string>()
  const add = (file: string): void => {
    for (const needed of needs.get(file)?.toReversed() ?? []) if (!order.has(needed)) add(needed)
    order.add(file)
  }
  for (const name of names) {
    const file = files.get(name)
    if (file !== undefined) add(file)
    else if (!builtIn.has(name)) throw new Error(missing(folder, name))
  }
  return [...order]
}

function readNeeds(line: string): [string, string[]] {
  const [file = '', needed = ''] = line.split(':')
  return [file, needed.split(' ').filter(Boolean)]
}

const readLines = (folder: string, file: string): string[] =>
  readFileSync(join(folder, file), 'utf8').split('\n').filter(Boolean)

const missing = (folder: string, name: string): string =>
  `${folder}: expected a module ${name}, found none. A kernel for clouds lacks some that a vm needs; ` +
  'take the distribution’s general one (on Debian linux-image-amd64).'
