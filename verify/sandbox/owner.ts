/**
 * Everything that a run makes outside its sandboxes is named after the runner itself: pid namespace, pid and start
 * time. So whoever finds it can tell whether its maker still lives, with nothing else to read.
 */
import { readFileSync, readlinkSync } from 'node:fs'

export const prefix = 'nodebook-run-'

const pattern = /^nodebook-run-(\d+)-(\d+)-(\d+)/

export type Owner = { pidNamespace: string; pid: number; started: string }

export const nameOf = ({ pidNamespace, pid, started }: Owner): string =>
  `${prefix}${pidNamespace}-${pid}-${started}`

export function readOwner(name: string): Owner | undefined {
  const [, pidNamespace, pid, started] = pattern.exec(name) ?? []
  if (pidNamespace === undefined || pid === undefined || started === undefined) return undefined
  return { pidNamespace, pid: Number(pid), started }
}

/** Clock ticks after the boot, which tells a pid from its next user; undefined where there is no such process. */
export function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const [state, ...fields] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return state === 'Z' || state === 'X' ? undefined : fields[18]
  } catch {
    return undefined
  }
}

const pidNamespace = (): string => /\d+/.exec(readlinkSync('/proc/self/ns/pid'))?.[0] ?? '0'

export const thisProcess = (): Owner => ({
  pidNamespace: pidNamespace(),
  pid: process.pid,
  started: startOf(process.pid) ?? '0',
})

/** Gone for certain: an owner in another pid namespace can't be seen from here, so it is let be. */
export function isGone(owner: Owner): boolean {
  return owner.pidNamespace === pidNamespace() && startOf(owner.pid) !== owner.started
}
