/** Whether this machine can make a sandbox: tried, since sysctls, profiles and containers forbid it in many ways. */
import { execFile } from 'node:child_process'
import { statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { shellSettings } from '#ledger/shell-settings.ts'
import { userToDropTo } from '#verify/sandbox/index.ts'
import type { Availability } from '../types.ts'

const run = promisify(execFile)

const programs = ['bash', 'unshare', 'setpriv', 'mount', 'mkfifo', 'hostname', 'script', 'ip'] as const

export async function hostAvailable(): Promise<Availability> {
  if (process.platform !== 'linux') return elsewhere(process.platform)
  const user = userToDropTo()
  const closed = user && closedFolder(tmpdir())
  if (closed !== undefined)
    return {
      ok: false,
      missing: `a way for the sandbox's user into ${tmpdir()} (${closed} is closed to others)`,
      todo: 'Set TMPDIR to a folder that everyone may pass, such as /tmp.',
    }
  const drop = user ? [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups'] : []
  const look = `for p in ${programs.join(' ')}; do command -v $p >/dev/null || echo "$p"; done; ((BASH_VERSINFO >= 5)) || echo 'bash 5'`
  const kinds = [
    '--user',
    '--map-root-user',
    '--mount',
    '--net',
    '--uts',
    '--ipc',
    '--pid',
    '--mount-proc',
    '--fork',
  ]
  // As a sandbox is made: one user namespace in another.
  const outer = ['unshare', '--user', '--map-root-user', '--mount', '--']
  const args = [...drop, '--', ...outer, 'unshare', ...kinds, '--', 'bash', '--norc', '-c', look]
  try {
    const { stdout } = await run('setpriv', args, {
      env: { ...shellSettings.environment },
      cwd: '/',
      timeout: 20_000,
    })
    const missing = stdout.trim().split('\n').filter(Boolean)
    if (missing.length === 0) return { ok: true }
    return {
      ok: false,
      missing: missing.join(', '),
      todo: 'Install it with the system’s packages (util-linux, iproute2, bash ≥ 5).',
    }
  } catch (error) {
    return { ok: false, ...explain(error as NodeJS.ErrnoException & { stderr?: string }) }
  }
}

/** The first folder on the way that only its owner may pass. */
export function closedFolder(folder: string): string | undefined {
  const above = dirname(folder)
  const closed = above === folder ? undefined : closedFolder(above)
  if (closed !== undefined) return closed
  return ((statSync(folder, { throwIfNoEntry: false })?.mode ?? 0o1) & 0o1) === 0 ? folder : undefined
}

function explain(error: NodeJS.ErrnoException & { stderr?: string }): { missing: string; todo: string } {
  if (error.code === 'ENOENT') return { missing: 'setpriv', todo: 'Install util-linux.' }
  const said = (error.stderr ?? error.message).trim().split('\n')[0] ?? ''
  return {
    missing: `user namespaces (${said})`,
    todo: 'Allow them: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu, kernel.unprivileged_userns_clone=1 on older Debian; in a container, run outside it.',
  }
}

function elsewhere(platform: string): Availability {
  const todo =
    platform === 'darwin'
      ? 'Start a Linux with Lima: brew install lima && limactl start && lima npm run verify'
      : 'Start a Linux with WSL: wsl --install, then npm run verify inside it'
  return { ok: false, missing: `Linux (this is ${platform})`, todo }
}
