/**
 * Starts QEMU where it sees no more than the guest may: in a mount namespace of its own, over the tree of exposed
 * files, as a user without rights. What is root becomes a uid that nobody has, in a user namespace like everyone's, so
 * that a guest is the same whoever starts it.
 */
import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { statSync } from 'node:fs'
import { userToDropTo } from '#verify/sandbox/index.ts'
import { quote } from './exposed-files.ts'

export type Launch = {
  /** An existing folder on which the tree is mounted; only this QEMU sees that. */
  at: string
  /** Shell commands that fill the tree, from inside it. */
  layOut: readonly string[]
  program: readonly string[]
}

const asRoot = ['unshare', '--user', '--map-root-user']

/** Dies with the runner. */
export function launch({ stdio, ...order }: Launch & { stdio: StdioOptions }): ChildProcess {
  const [file = '', ...args] = launchLine({ ...order, program: tied(order.program) })
  return spawn(file, args, { stdio, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } })
}

/** The same for somebody else to start. The process is called `name` before it is QEMU's. */
export function launchLine({ at, layOut, program }: Launch, name = 'sh'): string[] {
  const script = [
    'set -e',
    `mount -t tmpfs -o mode=755 nodebook ${quote(at)}`,
    `cd ${quote(at)}`,
    ...layOut,
    `exec ${[...dropped(), ...program].map(quote).join(' ')}`,
  ]
  const own = userToDropTo() ? ['unshare'] : asRoot
  return [...own, '--mount', '--', 'sh', '-c', script.join('\n'), name]
}

function dropped(): string[] {
  const user = userToDropTo()
  if (!user) return []
  const groups = kvmGroup()
  const group = groups === undefined ? ['--clear-groups'] : [`--groups=${groups}`]
  return ['setpriv', `--reuid=${user.uid}`, `--regid=${user.gid}`, ...group, '--', ...asRoot, '--']
}

/** What opens /dev/kvm for others than root. */
function kvmGroup(): number | undefined {
  const device = statSync('/dev/kvm', { throwIfNoEntry: false })
  return device && device.gid !== 0 ? device.gid : undefined
}

/** The runner may have died before the signal was asked for. Last, because a change of user forgets it. */
const tied = (program: readonly string[]): string[] => [
  ...['setpriv', '--pdeathsig=KILL', '--', 'sh', '-c'],
  `[ "$PPID" = ${process.pid} ] && exec "$@"`,
  ...['sh', ...program],
]
