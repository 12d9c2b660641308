/** Looks at this machine. The only part of the doctor that does. */
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder } from '../targets/vm/cache.ts'
import { findKernel } from '../targets/vm/kernel/index.ts'
import { findAccelerator } from '../targets/vm/machine/index.ts'
import { findChromium, findProgram, projectRoot, runProgram } from '../program/index.ts'
import type { Facts, System } from './facts.ts'
import { readCgroup, readSystem } from './read-machine.ts'

export async function probe(env = process.env): Promise<Facts> {
  const linux = process.platform === 'linux'
  const local = join(projectRoot, 'node_modules')
  const outside = {
    ...env,
    PATH: (env['PATH'] ?? '')
      .split(':')
      .filter((f) => !f.startsWith(local))
      .join(':'),
  }
  // npm says which Node it runs on itself.
  const systemNode = env['npm_node_execpath'] ?? findProgram(['node'], outside)
  const [
    systemVersion,
    projectNode,
    bash,
    iproute2,
    nft,
    iptables,
    chromium,
    qemu,
    python,
    k3s,
    docker,
    venv,
  ] = await Promise.all([
    versionOf(systemNode, ['--version']),
    versionOf(join(local, 'node/bin/node'), ['--version']),
    versionOf(findProgram(['bash'], env), ['--version']),
    versionOf(findProgram(['ip'], env), ['-V']),
    versionOf(findProgram(['nft'], env), ['--version']),
    versionOf(findProgram(['iptables'], env), ['--version']),
    versionOf(findChromium(env), ['--version']),
    versionOf(findProgram(['qemu-system-x86_64'], env), ['--version']),
    versionOf(findProgram(['python3'], env), ['--version']),
    versionOf(env['K3S_BIN'] ?? findProgram(['k3s'], env), ['--version']),
    versionOf(findProgram(['docker'], env), ['--version']),
    succeeds(findProgram(['python3'], env), ['-c', 'import venv, ensurepip']),
  ])
  return {
    system: currentSystem(),
    linux,
    root: process.getuid?.() === 0,
    systemNode: systemVersion,
    projectNode,
    bash,
    namespaces: await probeNamespaces(env),
    cgroup: linux ? readCgroup(readText('/proc/self/mountinfo')) : undefined,
    iproute2,
    nft,
    iptables,
    chromium,
    qemu,
    vmKernel: vmKernel(env),
    kvm: await probeKvm(),
    python,
    venv,
    k3s,
    docker,
  }
}

async function versionOf(file: string | undefined, args: string[]): Promise<string | undefined> {
  if (file === undefined) return undefined
  const result = await runProgram(file, args, { timeout: 10_000 }).catch(() => undefined)
  if (result?.code !== 0) return undefined
  return `${result.stdout}${result.stderr}`.trim().split('\n')[0]
}

async function succeeds(file: string | undefined, args: string[]): Promise<boolean> {
  if (file === undefined) return false
  return (await runProgram(file, args, { timeout: 10_000 }).catch(() => undefined))?.code === 0
}

async function probeNamespaces(env: NodeJS.ProcessEnv): Promise<Facts['namespaces']> {
  const unshare = findProgram(['unshare'], env)
  if (unshare === undefined) return { state: 'no-unshare' }
  const args = ['--user', '--map-root-user', '--mount', '--net', '--pid', '--fork', '--mount-proc', 'true']
  const { code, stderr } = await runProgram(unshare, args, { timeout: 10_000 })
  return code === 0 ? { state: 'allowed' } : { state: 'refused', said: stderr.trim() || `exit ${code}` }
}

/** As the vm target finds out; without QEMU nothing can be tried. */
async function probeKvm(): Promise<Facts['kvm']> {
  if (!existsSync('/dev/kvm')) return 'none'
  try {
    accessSync('/dev/kvm', constants.R_OK | constants.W_OK)
  } catch {
    return 'forbidden'
  }
  const at = join(cacheFolder(), 'view')
  mkdirSync(at, { recursive: true })
  return (await findAccelerator(at)) === 'kvm' ? 'usable' : 'useless'
}

/** What the vm target itself would boot. */
function vmKernel(env: NodeJS.ProcessEnv): string | undefined {
  const found = findKernel(env)
  return found.ok ? found.kernel.version : undefined
}

function currentSystem(): System | undefined {
  if (process.platform === 'darwin') return 'macos'
  return readSystem(readText('/etc/os-release'))
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
