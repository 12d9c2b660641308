/**
 * A sandbox's own cgroup: on v1 one in every hierarchy, on v2 one below the root. The runner makes and removes it; the
 * sandbox's user may do inside it what it likes. Left out: delegation to an ordinary user by systemd.
 */
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
  type Dirent,
} from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { kill } from './processes.ts'

export type Hierarchy = { version: 'v1' | 'v2'; mount: string; controllers: readonly string[] }

/** Every hierarchy that is mounted; a v2 one without controllers counts too. */
export function readHierarchies(mounts = readFileSync('/proc/self/mounts', 'utf8')): Hierarchy[] {
  return mounts.split('\n').flatMap((line): Hierarchy[] => {
    const [, mount = '', type, options = ''] = line.split(' ')
    if (type === 'cgroup2') return [{ version: 'v2', mount, controllers: controllersOf(mount) }]
    if (type !== 'cgroup' || options.includes('name=')) return []
    const notControllers = new Set(['rw', 'ro', 'nosuid', 'nodev', 'noexec', 'relatime', 'xattr', 'noprefix'])
    const controllers = options.split(',').filter((word) => !notControllers.has(word) && !word.includes('='))
    return [{ version: 'v1', mount, controllers }]
  })
}

function controllersOf(mount: string): string[] {
  try {
    return readFileSync(join(mount, 'cgroup.controllers'), 'utf8').split(/\s+/).filter(Boolean)
  } catch {
    return []
  }
}

/** What a container is limited by; a v2 tree beside v1 hierarchies often has the rare ones alone. */
const telling = new Set(['cpu', 'memory', 'pids'])

/** Where the controllers live. */
export function cgroupVersion(hierarchies = readHierarchies()): 'v1' | 'v2' | 'hybrid' {
  const has = (version: 'v1' | 'v2') =>
    hierarchies.some((each) => each.version === version && each.controllers.some((name) => telling.has(name)))
  if (has('v1')) return has('v2') ? 'hybrid' : 'v1'
  return 'v2'
}

export type Own = {
  /** One in each hierarchy. */
  folders: readonly { hierarchy: Hierarchy; folder: string }[]
  /** The groups that the sandbox's first process joins. */
  join: readonly string[]
}

export function makeCgroups(version: 'v1' | 'v2', name: string, owner: { uid: number; gid: number }): Own {
  const hierarchies = readHierarchies().filter((each) => each.version === version)
  const folders = hierarchies.map((hierarchy) => ({ hierarchy, folder: join(hierarchy.mount, name) }))
  for (const { hierarchy, folder } of folders) {
    mkdirSync(folder)
    if (hierarchy.controllers.includes('cpuset') && version === 'v1') copyCpuset(hierarchy.mount, folder)
    if (version === 'v2') {
      enable(hierarchy.mount)
      // Controllers can only be enabled in a group without processes, so these have a leaf.
      mkdirSync(join(folder, 'shell'))
    }
    giveAway(folder, owner)
  }
  return { folders, join: folders.map(({ folder }) => (version === 'v2' ? join(folder, 'shell') : folder)) }
}

/** On v1 a group without CPUs and memory nodes takes no process. */
function copyCpuset(from: string, to: string): void {
  for (const file of ['cpuset.cpus', 'cpuset.mems'])
    writeFileSync(join(to, file), readFileSync(join(from, file)))
}

/** One by one: what cannot be enabled stays off, and a transcript that needs it says so by failing. */
function enable(mount: string): void {
  for (const controller of controllersOf(mount)) {
    try {
      writeFileSync(join(mount, 'cgroup.subtree_control'), `+${controller}`)
    } catch {
      // Real-time processes outside the root group keep cpu off, for one.
    }
  }
}

function giveAway(folder: string, { uid, gid }: { uid: number; gid: number }): void {
  chownSync(folder, uid, gid)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) giveAway(join(folder, entry.name), { uid, gid })
    else chownSync(join(folder, entry.name), uid, gid)
  }
}

/** Groups with a name that begins so, in every hierarchy, their children not counted. */
export function findCgroups(prefix: string): string[] {
  return readHierarchies().flatMap(({ mount }) =>
    folders(mount)
      .filter((name) => name.startsWith(prefix))
      .map((name) => join(mount, name)),
  )
}

/** On v1 a frozen process does not even die of SIGKILL. */
export function thaw(folder: string): void {
  for (const [file, word] of [
    ['freezer.state', 'THAWED'],
    ['cgroup.freeze', '0'],
  ] as const) {
    const path = join(folder, file)
    try {
      if (existsSync(path)) writeFileSync(path, word)
    } catch {
      // It is gone already.
    }
  }
  for (const name of folders(folder)) thaw(join(folder, name))
}

/** Children first; processes inside are ended. False where it still stands when patience ends. */
export async function removeCgroup(folder: string, patience = 2_000): Promise<boolean> {
  const deadline = Date.now() + patience
  for (;;) {
    thaw(folder)
    removeTree(folder)
    if (!existsSync(folder)) return true
    if (Date.now() > deadline) return false
    await sleep(10)
  }
}

function removeTree(folder: string): void {
  for (const name of folders(folder)) removeTree(join(folder, name))
  // A threaded group tells its processes to nobody (EOPNOTSUPP), but the group above it does.
  attempt(() =>
    readFileSync(join(folder, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean).map(Number).forEach(kill),
  )
  attempt(() => rmdirSync(folder))
}

/** Busy while its processes die, or gone meanwhile; the caller tries again. */
function attempt(work: () => void): void {
  try {
    work()
  } catch {
    return
  }
}

function folders(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry: Dirent) => entry.isDirectory())
      .map(({ name }) => name)
  } catch {
    return []
  }
}
