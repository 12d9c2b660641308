/** Starts the processes of a cluster on this machine: the holder first, then the nodes inside its namespaces. */
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProgram } from '#verify/program/index.ts'
import { addressOf, folderOf, markOf, network, type NodeName } from '../names.ts'
import { runningAs, type Running } from '../note.ts'
import { hierarchies, makeGroups } from './groups.ts'
import { launch, processBehind } from './launch.ts'

const script = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

export async function startHolder(cluster: string): Promise<Running> {
  const command = [
    ...['unshare', '--mount', '--net', '--pid', '--uts', '--ipc'],
    ...['--fork', '--kill-child', '--mount-proc', '--'],
    ...['bash', '--norc', '-c', script('holder.sh'), `${markOf(cluster)}:holder`],
    `${network.bridge}/${network.prefixLength}`,
  ]
  const child = launch(makeGroups(cluster, 'holder'), command, ['ignore', 'pipe', 'pipe'])
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (said += String(chunk)))
  await new Promise<void>((resolve, reject) => {
    const look = () => {
      if (/^ready$/m.test(said)) resolve()
    }
    child.stdout?.on('data', look)
    child.once('error', reject)
    child.once('close', () => reject(new Error(`cluster: its namespaces could not be made: ${said.trim()}`)))
  })
  // Its own output goes on to /dev/null; these ends would keep the tool from ending.
  child.stdout?.destroy()
  child.stderr?.destroy()
  return runningAs(await processBehind(child, ['unshare']))
}

export type NodeOrder = {
  cluster: string
  node: NodeName
  holder: Running
  k3s: string
  /** where k3s unpacks itself, shared by all nodes */
  data: string
  args: readonly string[]
}

export async function startNode({ cluster, node, holder, k3s, data, args }: NodeOrder): Promise<Running> {
  const folder = folderOf(cluster)
  const log = openSync(logOf(cluster, node), 'w', 0o600)
  const command = [
    ...['nsenter', '--target', String(holder.pid), '--pid', '--net', '--mount', '--'],
    ...['unshare', '--mount', '--propagation', 'slave', '--net', '--uts', '--ipc', '--pid', '--cgroup'],
    ...['--fork', '--kill-child', '--mount-proc', '--'],
    ...['bash', '--norc', '-c', script('node.sh'), `${markOf(cluster)}:${node}`],
    ...[folder, node, addressOf(node), network.server, network.bridge, k3s, data, hierarchies(), ...args],
  ]
  const child = launch(makeGroups(cluster, node), command, ['ignore', log, log])
  closeSync(log)
  const pid = await processBehind(child, ['nsenter', 'unshare'])
  await plug(holder, pid, node)
  return runningAs(pid)
}

export const logOf = (cluster: string, node: NodeName): string => join(folderOf(cluster), `${node}.log`)

/** The cable from the node's eth0 to the bridge, once the node has a network namespace of its own. */
async function plug(holder: Running, pid: number, node: NodeName): Promise<void> {
  const netOf = (each: number) => readlinkSync(`/proc/${each}/ns/net`)
  for (const deadline = Date.now() + 10_000; netOf(pid) === netOf(holder.pid); await sleep(5))
    if (Date.now() > deadline) throw new Error(`cluster: ${node} did not get a network of its own.`)
  await inNetwork(
    holder,
    `ip link add ${node} type veth peer name eth0 netns ${pid} && ip link set ${node} master nodes up`,
  )
}

/** By this machine's pids: /proc is not that of the holder here. */
export async function inNetwork(holder: Running, command: string): Promise<void> {
  const enter = ['--target', String(holder.pid), '--net', 'sh', '-c', command]
  const { code, stderr } = await runProgram('nsenter', enter)
  if (code !== 0) throw new Error(`cluster: a node could not be joined to the bridge: ${stderr.trim()}`)
}
