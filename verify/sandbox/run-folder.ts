/**
 * The temporary folder of a run, with a folder for each sandbox, and the removal of everything that bears its name:
 * by the run itself, by its watchdog, or by the sweep of the next run.
 */
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { $ } from '#verify/shell/index.ts'
import { findCgroups, removeCgroup, thaw } from './cgroups.ts'
import { findLoops, removeLoop } from './loops.ts'
import { isGone, nameOf, prefix, readOwner, startOf, thisProcess } from './owner.ts'
import { endProcesses } from './processes.ts'

export function makeRunFolder(): string {
  const folder = join(tmpdir(), nameOf(thisProcess()))
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  // The sandbox's user passes through it; mkdir's mode is cut by the umask.
  chmodSync(folder, 0o711)
  return folder
}

const keepFile = (folder: string, pid: number) => join(folder, `kept-${pid}`)

/** `--keep`: the folder stays while the sandbox's first process lives. */
export function keep(folder: string, pid: number): void {
  writeFileSync(keepFile(folder, pid), startOf(pid) ?? '')
}

export function isKept(folder: string): boolean {
  const entries = existsSync(folder) ? readdirSync(folder) : []
  return entries
    .filter((name) => name.startsWith('kept-'))
    .some((name) => {
      const started = startOf(Number(name.slice('kept-'.length)))
      return started !== undefined && started === readFileSync(join(folder, name), 'utf8')
    })
}

/** The folder goes last: as long as something is left, the next sweep finds its name. */
export async function removeRun(folder: string): Promise<void> {
  if (isKept(folder)) return
  const groups = findCgroups(basename(folder))
  groups.forEach(thaw)
  await endProcesses(folder)
  for (const loop of findLoops(folder)) await removeLoop(loop)
  for (const group of groups) await removeCgroup(group)
  await removeFolder(folder)
}

/** The programs go where paths are longer than the kernel takes; an ordinary user can't empty closed folders. */
export async function removeFolder(folder: string): Promise<void> {
  try {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  } catch {
    await $`chmod -R u+rwx ${folder} 2>/dev/null; rm -rf ${folder}`
  }
}

/** What runs whose runner is gone have left behind, by name. */
export function findAbandoned(): string[] {
  const folders = readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))
  const groups = findCgroups(prefix).map((path) => nameOnly(basename(path)))
  return [...new Set([...folders, ...groups])].filter((name) => {
    const owner = readOwner(name)
    const folder = join(tmpdir(), name)
    return owner !== undefined && isGone(owner) && isMine(folder) && !isKept(folder)
  })
}

/** Another user's runs are let be. Cgroups without a folder are root's, like those who may remove them. */
function isMine(folder: string): boolean {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found === undefined || found.uid === process.getuid?.()
}

/** A cgroup's name is its run's with the sandbox's number behind. */
function nameOnly(name: string): string {
  const owner = readOwner(name)
  return owner ? nameOf(owner) : name
}

/**
 * Resolves with the names of the runs that were cleaned up. What can't be removed is no reason not to run: it is
 * there for the next sweep.
 */
export async function sweep(): Promise<string[]> {
  const swept: string[] = []
  for (const name of findAbandoned()) {
    try {
      await removeRun(join(tmpdir(), name))
      swept.push(name)
    } catch {
      continue
    }
  }
  return swept
}
