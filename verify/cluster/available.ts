/** Whether this machine can hold a cluster's nodes. */
import { findProgram } from '#verify/program/index.ts'
import { isRoot } from '#verify/sandbox/index.ts'

const programs = ['unshare', 'nsenter', 'ip', 'mount', 'iptables', 'bash', 'busybox'] as const

/** Undefined where it can. */
export function lacking(env = process.env): string | undefined {
  if (process.platform !== 'linux')
    return `A cluster needs Linux, this is ${process.platform}: limactl start, or wsl --install.`
  if (!isRoot()) return 'A cluster on this machine needs root: sudo -E npm run cluster -- up'
  if (env['NODEBOOK_DISPOSABLE'] !== '1')
    return 'A cluster runs as this machine’s root: set NODEBOOK_DISPOSABLE=1 on a machine that may be broken.'
  const missing = programs.filter((name) => findProgram([name], env) === undefined)
  return missing.length === 0
    ? undefined
    : `A cluster needs ${missing.join(', ')}: install ${missing.map((name) => packages[name]).join(', ')}.`
}

const packages: Record<(typeof programs)[number], string> = {
  unshare: 'util-linux',
  nsenter: 'util-linux',
  ip: 'iproute2',
  mount: 'mount',
  iptables: 'iptables',
  bash: 'bash',
  busybox: 'busybox-static',
}
