/** Reads what the machine is, for records and for `@when`. */
import type { Environment } from '#ledger'
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { machine, release } from 'node:os'
import { promisify } from 'node:util'
import { cgroupVersion, isRoot } from '#verify/sandbox/index.ts'
import { shellSettings } from '#ledger/shell-settings.ts'

const run = promisify(execFile)

async function ask(program: string, ...args: string[]): Promise<string | undefined> {
  try {
    const { stdout } = await run(program, args, { env: { ...shellSettings.environment } })
    return stdout.trim()
  } catch {
    return undefined
  }
}

export async function probeHost(): Promise<Environment> {
  const [bash, iptables] = await Promise.all([
    ask('bash', '--norc', '-c', 'echo "${BASH_VERSION%%(*}"'),
    ask('iptables', '--version'),
  ])
  const backend = readBackend(iptables)
  return {
    kernel: release(),
    architecture: machine(),
    distribution: readDistribution(readOsRelease()),
    cgroup: cgroupVersion(),
    bash: bash ?? 'unknown',
    user: isRoot() ? 'root' : 'user',
    ...(backend === undefined ? {} : { iptables: backend }),
  }
}

/** `iptables v1.8.9 (nf_tables)`; before 1.8 there was but one backend, and it is not named. */
export function readBackend(version: string | undefined): 'nft' | 'legacy' | undefined {
  if (version === undefined) return undefined
  return version.includes('nf_tables') ? 'nft' : 'legacy'
}

function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8')
  } catch {
    return ''
  }
}

export const readDistribution = (osRelease: string): string =>
  /^PRETTY_NAME="?([^"\n]*)"?$/m.exec(osRelease)?.[1] ?? 'unknown'
