/**
 * Starts a node in a machine of its own: the vm target's, with a kernel of its own and cgroup v2, on a cable to the
 * holder's bridge. QEMU hangs on the holder as the processes of other nodes do, and ends with it. k3s, what it has
 * unpacked, and the images are handed over as files that can be read; what the node writes lies in the machine's memory.
 * Left out: more than one machine, since two emulated ones are too slow for each other.
 */
import { chmodSync, closeSync, existsSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runProgram } from '#verify/program/index.ts'
import { userToDropTo } from '#verify/sandbox/index.ts'
import { canBoot } from '#verify/targets/vm/available.ts'
import { viewFolder } from '#verify/targets/vm/cache.ts'
import { findKernel } from '#verify/targets/vm/kernel/index.ts'
import {
  carrySources,
  exposedFiles,
  findAccelerator,
  launchLine,
  layOut,
  logDevices,
  makeInitramfs,
  networkDevices,
  openUnnamed,
  qemuArguments,
  qemuPrograms,
  quote,
} from '#verify/targets/vm/machine/index.ts'
import { makeGroups } from '../host/groups.ts'
import { launch, processBehind } from '../host/launch.ts'
import { inNetwork, logOf, type NodeOrder } from '../host/start.ts'
import { addressOf, folderOf, markOf, network } from '../names.ts'
import { runningAs, type Running } from '../note.ts'
import { findPrograms } from '../programs.ts'
import { agentPort } from './command.ts'

const size = { memory: '2G', processors: 2 }

/** In the guest. */
const folder = '/opt/nodebook'
const tun = '/dev/net/tun'

/** Undefined where machines can be booted here; the kernel is fetched where there is none yet. */
export async function lackingForMachine(): Promise<string | undefined> {
  if (!existsSync(tun)) return `A cluster in the vm needs ${tun}: modprobe tun`
  const bootable = await canBoot()
  return bootable.ok ? undefined : `A cluster in the vm needs ${bootable.missing}. ${bootable.todo}`
}

export async function startMachine(order: NodeOrder): Promise<Running> {
  const { cluster, node, holder, k3s, data } = order
  if (findPrograms(data) === undefined) await unpack(k3s, data)
  const found = findKernel()
  if (!found.ok) throw new Error(`cluster ${cluster}: expected ${found.missing}. ${found.todo}`)
  const { kernel } = found
  const at = viewFolder()
  const images = join(folderOf(cluster), 'images')
  // QEMU's user comes there by what is mounted, not through the cluster's closed folder.
  chmodSync(images, 0o755)
  const placed = [
    { from: k3s, at: `${folder}/k3s` },
    { from: data, at: `${folder}/data` },
    { from: images, at: `${folder}/images` },
  ]
  const executable = realpathSync(process.execPath)
  const devices = [...logDevices, ...networkDevices(node)]
  const name = `${markOf(cluster)}:${node}`
  const line = launchLine(
    {
      at,
      layOut: [...layOut(exposedFiles(executable), kernel.modules, placed), ...openTun],
      program: [
        ...[...qemuPrograms, '-name', name],
        ...qemuArguments({ ...size, accelerator: await findAccelerator(at), devices }, '.'),
      ],
    },
    name,
  )
  await inNetwork(holder, layCable(node))
  const files = {
    log: openSync(logOf(cluster, node), 'a', 0o600),
    kernel: openSync(kernel.image, 'r'),
    initramfs: openUnnamed(
      tmpdir(),
      makeInitramfs({
        kernel,
        settings: { ...settingsOf(order), kernel: kernel.version, node: executable },
        sources: carrySources(join(import.meta.dirname, 'guest/agent.ts')),
        start: join(import.meta.dirname, 'guest/start.sh'),
      }),
    ),
  }
  const enter = ['nsenter', '--target', String(holder.pid), '--pid', '--net', '--mount', '--']
  const child = launch(
    makeGroups(cluster, node),
    [...enter, ...line],
    ['ignore', files.log, files.log, files.log, 'ignore', files.kernel, files.initramfs.fd],
  )
  closeSync(files.log)
  closeSync(files.kernel)
  files.initramfs.close()
  return runningAs(await processBehind(child, ['nsenter']))
}

function settingsOf({ cluster, node, args }: NodeOrder): Record<string, string> {
  return {
    ...{ cgroup: 'v2', folder, name: node, address: addressOf(node), gateway: network.bridge },
    ...{ token: readFileSync(join(folderOf(cluster), 'token'), 'utf8').trim(), port: String(agentPort) },
    ...{ script: join(import.meta.dirname, '../host/node.sh'), arguments: args.join(' ') },
  }
}

/** The cable from the bridge to the machine's eth0. */
function layCable(node: string): string {
  const user = userToDropTo()
  const owner = user === undefined ? '' : ` user ${user.uid}`
  return `ip tuntap add ${node} mode tap${owner} && ip link set ${node} master nodes up`
}

/** For QEMU's user, for whom it is closed on some machines. */
const openTun = ['mknod -m 666 tun c 10 200', `mount --bind tun ${quote(tun)}`]

/** Here, once, since it would take a minute in there. Links in it lead to where nodes find it. */
async function unpack(k3s: string, data: string): Promise<void> {
  const there = '/var/lib/rancher/k3s/data'
  const script = [
    'mount -n -t tmpfs nodebook /var/lib',
    `mkdir -p ${there}`,
    `mount -n --bind ${quote(data)} ${there}`,
    `exec ${quote(k3s)} kubectl version --client`,
  ]
  const { code, stderr } = await runProgram('unshare', ['--mount', 'sh', '-c', script.join(' && ')])
  if (code !== 0) throw new Error(`cluster: k3s could not be unpacked: ${stderr.trim()}`)
}
