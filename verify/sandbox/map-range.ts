/** With `needs: uid-range`: gives a user namespace its uids from outside, since it may map only one by itself. */
import type { ChildProcess } from 'node:child_process'
import { readlinkSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { uidRange, type SandboxUser } from './user.ts'

/** `tell` lets the sandbox's first process go on. */
export async function mapRange(
  child: ChildProcess,
  { uid, gid }: SandboxUser,
  tell: () => void,
): Promise<void> {
  const ownNamespace = readLink('/proc/self/ns/user')
  const path = `/proc/${child.pid}`
  while (readLink(`${path}/ns/user`) === ownNamespace) await sleep(1)
  writeFileSync(`${path}/uid_map`, `0 ${uid} ${uidRange}\n`)
  writeFileSync(`${path}/gid_map`, `0 ${gid} ${uidRange}\n`)
  tell()
}

function readLink(path: string): string | undefined {
  try {
    return readlinkSync(path)
  } catch {
    return undefined
  }
}
