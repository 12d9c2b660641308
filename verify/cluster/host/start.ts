/** Starts the processes of a cluster on this machine: the holder first, then the nodes inside its namespaces. */
import { spawn, type ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runProgram } from '#verify/program/index.ts'
import { addressOf, folderOf, markOf, network, type NodeName } from '../names.ts'
import { runningAs, type Running } from '../note.ts'
import { hierarchies, makeGroups } from './groups.ts'

const script = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** $1 groups follow; the program after them starts inside. */
const inGroups = (groups: readonly string[]): string[] => [
  ...[
    'bash',
    '--norc',
    '-c',
    'for ((n = $1; n > 0; n--)); do shift; echo $$ >"$1/cgroup.procs" || exit; done; shift; exec "$@"',
  ],
  ...['bash', String(groups.length), ...groups],
]

const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C.UTF-8',
  HOME: '/root',
}

function launch(command: readonly string[], stdio: ('ignore' | 'pipe' | number)[]): ChildProcess {
  const [file = '', ...args] = command
  const child = spawn(file, args, { stdio, env: environment, cwd: '/', detached: true })
  child.unref()
  return child
}

export async function startHolder(cluster: string): Promise<Running> {
  const command = [
    ...inGroups(makeGroups(cluster, 'holder')),
    ...[
      'unshare',
      '--mount',
      '--net',
      '--pid',
      '--uts',
      '--ipc',
      '--fork',
      '--kill-child',
      '--mount-proc',
      '--',
    ],
    ...['bash', '--norc', '-c', script('holder.sh'), `${markOf(cluster)}:holder`],
    `${network.bridge}/${network.prefixLength}`,
  ]
  const child = launch(command, ['ignore', 'pipe', 'pipe'])
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
  return runningAs(await firstChild(child))
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
    ...inGroups(makeGroups(cluster, node)),
    ...['nsenter', '--target', String(holder.pid), '--pid', '--net', '--mount', '--'],
    ...[
      'unshare',
      '--mount',
      '--propagation',
      'slave',
      '--net',
      '--uts',
      '--ipc',
      '--pid',
      '--cgroup',
      '--fork',
    ],
    ...[
      '--kill-child',
      '--mount-proc',
      '--',
      'bash',
      '--norc',
      '-c',
      script('node.sh'),
      `${markOf(cluster)}:${node}`,
    ],
    ...[folder, node, addressOf(node), network.server, network.bridge, k3s, data, hierarchies(), ...args],
  ]
  const child = launch(command, ['ignore', log, log])
  closeSync(log)
  const pid = await firstChild(child)
  await plug(holder, pid, node)
  return runningAs(pid)
}

export const logOf = (cluster: string, node: NodeName): string => join(folderOf(cluster), `${node}.log`)

/** The cable from the node's eth0 to the bridge, once the node has a network namespace of its own. */
async function plug(holder: Running, pid: number, node: NodeName): Promise<void> {
  const netOf = (each: number) => readlinkSync(`/proc/${each}/ns/net`)
  for (const deadline = Date.now() + 10_000; netOf(pid) === netOf(holder.pid); await sleep(5))
    if (Date.now() > deadline) throw new Error(`cluster: ${node} did not get a network of its own.`)
  const ip = `ip link add ${node} type veth peer name eth0 netns ${pid} && ip link set ${node} master nodes up`
  // By this machine's pids: /proc is not that of the holder here.
  const { code, stderr } = await runProgram('nsenter', [
    '--target',
    String(holder.pid),
    '--net',
    'sh',
    '-c',
    ip,
  ])
  if (code !== 0) throw new Error(`cluster: ${node} could not be joined to the bridge: ${stderr.trim()}`)
}

/** `unshare --fork` waits for it, and `nsenter --pid` for that one; before that there is none. */
async function firstChild({ pid }: ChildProcess): Promise<number> {
  for (const deadline = Date.now() + 10_000; Date.now() < deadline; await sleep(5)) {
    const found = pid === undefined ? undefined : below(pid)
    if (found !== undefined) return found
  }
  throw new Error('cluster: a process of it did not start.')
}

function below(pid: number): number | undefined {
  const [child] = readText(`/proc/${pid}/task/${pid}/children`).trim().split(' ')
  if (!child) return undefined
  switch (readText(`/proc/${pid}/comm`).trim()) {
    case 'unshare':
      return Number(child)
    case 'nsenter':
      return below(Number(child))
    default:
      return undefined
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
