/** What is made for a sandbox before its first process starts: folders, files, cgroups; all of it the sandbox user's. */
import { chmodSync, chownSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { SuppliedFile } from '#verify/targets/types.ts'
import { makeCgroups, type Own } from './cgroups.ts'
import type { Shape } from './needs.ts'
import { userToDropTo, type SandboxUser } from './user.ts'

export type SandboxOrder = {
  /** The sandbox's own folder, which does not exist yet. */
  folder: string
  shape: Shape
  files: readonly SuppliedFile[]
  keep: boolean
  /** A folder of programs that the sandbox finds first. */
  programs?: string | undefined
}

export type Room = { work: string; dropTo: SandboxUser | undefined; cgroups: Own | undefined }

export function makeRoom({ folder, shape, files }: SandboxOrder): Room {
  const dropTo = shape.hostRoot ? undefined : userToDropTo()
  const work = furnish(folder, files, dropTo)
  const cgroups = shape.cgroup && makeCgroups(shape.cgroup, cgroupName(folder), dropTo ?? runner())
  return { work, dropTo, cgroups }
}

const runner = (): SandboxUser => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 })

/** `nodebook-run-…-3`: one name for the run's sandbox in every hierarchy. */
const cgroupName = (folder: string): string => `${basename(dirname(folder))}-${basename(folder)}`

/** The folder that becomes the first directory. */
function furnish(folder: string, files: readonly SuppliedFile[], owner: SandboxUser | undefined): string {
  const work = join(folder, 'work')
  mkdirSync(work, { recursive: true })
  for (const path of [folder, work]) chmodSync(path, 0o755)
  for (const { path, content, mode } of files) {
    const file = join(work, path)
    if (!file.startsWith(`${work}/`))
      throw new Error(`uses: ${path}: expected a file below the transcript's folder. Move it there.`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
    chmodSync(file, mode)
  }
  if (owner) give(work, owner)
  return work
}

function give(folder: string, { uid, gid }: SandboxUser): void {
  chownSync(folder, uid, gid)
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    chownSync(join(folder, name), uid, gid)
}
