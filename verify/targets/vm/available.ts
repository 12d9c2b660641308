/** Whether a vm can be booted here, and the line that makes it so where not. Fetches nothing. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { findProgram } from '#verify/program/index.ts'
import { isRoot } from '#verify/sandbox/index.ts'
import type { Availability } from '../types.ts'
import { findKernel } from './kernel/index.ts'
import { qemuPrograms } from './machine/index.ts'

const run = promisify(execFile)

const programs = [
  {
    names: qemuPrograms,
    todo: 'Install it: apt-get install qemu-system-x86, dnf install qemu-system-x86-core, or pacman -S qemu-system-x86',
  },
  ...['unshare', 'setpriv', 'mount'].map((name) => ({ names: [name], todo: 'Install util-linux.' })),
  { names: ['ldd'], todo: 'Install glibc’s programs: apt-get install libc-bin' },
]

/** Everything but the kernel, which can be fetched. */
export async function canBoot(): Promise<Availability> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    return {
      ok: false,
      missing: `Linux on x86-64 (this is ${process.platform} on ${process.arch})`,
      todo: 'Work on the book inside such a Linux; records made elsewhere are checked here all the same.',
    }
  const absent = programs.find(({ names }) => findProgram(names) === undefined)
  if (absent) return { ok: false, missing: absent.names.join(' or '), todo: absent.todo }
  return isRoot() ? { ok: true } : canMapRoot()
}

async function canMapRoot(): Promise<Availability> {
  try {
    await run('unshare', ['--user', '--map-root-user', '--mount', 'true'])
    return { ok: true }
  } catch (error) {
    return {
      ok: false,
      missing: `user namespaces, which keep homes from the guest (${lastLine((error as { stderr?: string }).stderr)})`,
      todo: 'sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu, kernel.unprivileged_userns_clone=1 on older Debian',
    }
  }
}

const lastLine = (text = ''): string => text.trim().split('\n').at(-1) ?? ''

export async function vmAvailable(): Promise<Availability> {
  const bootable = await canBoot()
  if (!bootable.ok) return bootable
  const found = findKernel()
  return found.ok ? { ok: true } : found
}
