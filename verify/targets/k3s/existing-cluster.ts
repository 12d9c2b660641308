/**
 * A cluster that exists (kind, k3d, a lab), by its kubeconfig alone. The sandbox gets a relay to its API server and
 * nothing else: no way to Pods and nodes themselves. Left out: bringing the book's images there, and records, since
 * nobody can say which binary runs there.
 */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '#ledger'
import type { Header } from '#transcript'
import { dataFolder, findPrograms } from '#verify/cluster/programs.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import { identify } from '#verify/cluster/release/find-k3s.ts'
import { findProgram, runProgram } from '#verify/program/index.ts'
import { probeHost } from '../host/probe.ts'
import { agentsOf, alwaysMet } from './own-cluster.ts'
import { describeNode, type NodeList } from './describe-node.ts'
import type { Reach } from './reach.ts'
import { openRelay } from './relay.ts'

export type Existing = Reach & { lacks(header: Header): Promise<string | undefined> }

/** Throws where it does not answer. */
export async function reachExisting(kubeconfig: string): Promise<Existing> {
  const program = await findKubectl()
  const kubectl: Reach['kubectl'] = async (args, input) => {
    const { code, stdout, stderr } = await runProgram(program, args, {
      env: { KUBECONFIG: kubeconfig },
      timeout: 120_000,
      ...(input === undefined ? {} : { input }),
    })
    if (code !== 0) throw new Error(`kubectl ${args.join(' ')}: ${stderr.trim()}`)
    return stdout
  }
  const ask = async (...args: string[]) => JSON.parse(await kubectl([...args, '--output', 'json']))
  const [config, nodes] = await Promise.all([
    ask('config', 'view', '--raw', '--minify'),
    ask('get', 'nodes', '--request-timeout', '10s') as Promise<NodeList>,
  ])
  const server = new URL(config.clusters[0].cluster.server)
  return {
    ...{ kubectl, program, close: () => Promise.resolve() },
    probe: () => probe(kubectl, nodes),
    join: (init) => openRelay(init, server),
    lacks: (header) => lackOf(header, nodes, kubectl),
  }
}

async function findKubectl(): Promise<string> {
  const own = findProgram(['kubectl'])
  if (own !== undefined) return realpathSync(own)
  const k3s = k3sHere()
  const programs = k3s === undefined ? undefined : findPrograms(dataFolder(await identify(k3s)))
  if (programs === undefined) throw new Error('k3s: expected kubectl on the PATH, found none. Install it.')
  return realpathSync(join(programs, 'kubectl'))
}

/** Each component by what it leaves in the API. */
const signs: Readonly<Record<string, readonly string[]>> = {
  dns: ['get', 'service', 'kube-dns', '--namespace', 'kube-system', '--output', 'name'],
  storage: ['get', 'storageclasses', '--output', 'name'],
  metrics: ['get', 'apiservice', 'v1beta1.metrics.k8s.io', '--output', 'name'],
}

async function lackOf(
  header: Header,
  { items }: NodeList,
  kubectl: Reach['kubectl'],
): Promise<string | undefined> {
  if (items.length - 1 < agentsOf(header))
    return `needs agents ${agentsOf(header)}: the cluster has ${items.length - 1}`
  for (const { name } of header.needs) {
    if (alwaysMet.has(name)) continue
    const sign = signs[name]
    if (sign !== undefined) {
      const found = await kubectl(sign).catch(() => '')
      if (found.trim() === '') return `needs ${name}: the cluster has none`
    } else if (name === 'cgroup-v1' || name === 'cgroup-v2') {
      const { cgroup } = await describeNode(items, kubectl)
      if (`cgroup-${cgroup}` !== name) return `needs ${name}: the first node's kubelet says cgroup ${cgroup}`
    } else return `needs ${name}: a cluster has none`
  }
  return undefined
}

/** The node's own words on what it runs on; bash and iptables are those of the sandbox, which is this machine's. */
async function probe(kubectl: Reach['kubectl'], { items }: NodeList): Promise<Environment> {
  return { ...(await probeHost()), ...(await describeNode(items, kubectl)) }
}
