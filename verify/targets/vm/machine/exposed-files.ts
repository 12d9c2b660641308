/**
 * What of the host's files a guest may read: the system's programs and settings, this project's code, the Node that
 * runs it. Nothing else is in the tree that QEMU hands over, so a guest's root cannot get at homes, caches or the
 * secrets in them, whatever it mounts.
 */
import { existsSync, lstatSync, readlinkSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { projectRoot } from '#verify/program/index.ts'

export type Exposed = {
  /** Mounted at their own path. */
  paths: readonly string[]
  links: readonly { path: string; target: string }[]
}

const system = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/etc',
  '/nix/store',
  '/gnu/store',
]
const project = ['package.json', 'src', 'verify', 'node_modules'].map((name) => join(projectRoot, name))

export function exposedFiles(node = realpathSync(process.execPath)): Exposed {
  const present = [...system, ...project].filter((path) => existsSync(path))
  const links = present
    .filter((path) => lstatSync(path).isSymbolicLink())
    .map((path) => ({ path, target: readlinkSync(path) }))
  const linked = new Set(links.map(({ path }) => path))
  const behind = links.map(({ path }) => realpathSync(path))
  const paths = [...present.filter((path) => !linked.has(path)), ...behind, node]
  return { paths: withoutInner(paths), links }
}

/** A path below another one of the list comes with it. */
function withoutInner(paths: readonly string[]): string[] {
  const unique = [...new Set(paths)]
  return unique.filter((path) => !unique.some((outer) => outer !== path && path.startsWith(`${outer}/`)))
}

/** Something of the host's that the guest finds at another path. */
export type Placed = { from: string; at: string }

/**
 * Shell commands that lay the tree into the current folder, below `root`; a kernel's modules beside it. `mount --rbind`
 * because a user namespace may not take a mount apart from those on it.
 */
export function layOut({ paths, links }: Exposed, modules: string, placed: readonly Placed[] = []): string[] {
  const bind = (path: string, at: string) => {
    const isFolder = lstatSync(path).isDirectory()
    const make = isFolder ? `mkdir -p ${quote(at)}` : `mkdir -p ${quote(dirname(at))} && : >${quote(at)}`
    return [make, `mount --rbind ${quote(path)} ${quote(at)}`]
  }
  return [
    ...paths.flatMap((path) => bind(path, `root${path}`)),
    ...links.flatMap(({ path, target }) => [
      `mkdir -p ${quote(dirname(`root${path}`))}`,
      `ln -s ${quote(target)} ${quote(`root${path}`)}`,
    ]),
    ...emptyFolders.map((path) => `mkdir -p root${path}`),
    ...placed.flatMap(({ from, at }) => bind(from, `root${at}`)),
    'chmod 1777 root/tmp root/var/tmp',
    ...bind(modules, 'modules'),
  ]
}

const emptyFolders = [
  '/dev',
  '/home',
  '/mnt',
  '/opt',
  '/proc',
  '/root',
  '/run',
  '/srv',
  '/sys',
  '/tmp',
  '/var/tmp',
]

export const quote = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
