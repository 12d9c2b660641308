/** A cluster on this machine, in namespaces or in the vm: the sandbox gets a cable to the nodes' network. */
import { realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { Environment } from '#ledger'
import type { Header } from '#transcript'
import { network } from '#verify/cluster/names.ts'
import { cgroupVersion } from '#verify/sandbox/index.ts'
import { probeHost } from '../host/probe.ts'
import { viewFolder } from '../vm/cache.ts'
import { findAccelerator } from '../vm/machine/accelerator.ts'
import { plugIn } from './cable.ts'
import { standing, type Cluster } from './cluster.ts'
import { describeNode, type NodeList } from './describe-node.ts'
import type { Reach } from './reach.ts'

export function reachOwn(cluster: Cluster): Reach {
  const { note, kubectl, close } = cluster
  const holder = note.holder?.pid
  if (holder === undefined) throw new Error('k3s: the cluster has no network to join.')
  if (note.programs === undefined) throw new Error('k3s: the cluster was never ready.')
  return {
    ...{ kubectl, close, program: realpathSync(join(note.programs, 'kubectl')) },
    probe: () => probe(cluster),
    async join(init) {
      await plugIn(holder, init)
      // The cable goes with the sandbox's namespace.
      return { server: `https://${network.server}:6443`, leave: () => Promise.resolve() }
    },
  }
}

export const agentsOf = ({ needs }: Header): number => needs.find(({ name }) => name === 'agents')?.count ?? 0

const components = new Set(['dns', 'storage', 'metrics'])
export const alwaysMet = new Set(['agents', 'exclusive', 'tty'])

/** What a cluster that is up lacks, or one that would be brought up. */
export function lackOfOwn(header: Header): string | undefined {
  const note = standing()
  for (const { name, count = 0 } of header.needs) {
    if (name === 'cgroup-v1' || name === 'cgroup-v2') {
      const here = note?.place === 'vm' ? 'v2' : cgroupVersion()
      if (`cgroup-${here}` !== name) return `needs ${name}: the nodes' controllers are on cgroup ${here}`
    } else if (components.has(name)) {
      if (!note?.with.includes(name)) return `needs ${name}: the cluster was brought up without it`
    } else if (!alwaysMet.has(name)) return `needs ${name}: a cluster has none`
    if (name === 'agents' && note && note.agents < count)
      return `needs agents ${count}: the cluster that is up has ${note.agents}`
  }
  return undefined
}

async function probe(cluster: Cluster): Promise<Environment> {
  const { note, ask } = cluster
  const at = '/var/lib/rancher/k3s/data/current/bin'
  const [host, machine, containerd, runc] = await Promise.all([
    probeHost(),
    note.place === 'vm' ? probeMachine(cluster) : undefined,
    ask(`${at}/containerd`, '--version'),
    ask(`${at}/runc`, '--version'),
  ])
  const { version, sha256, release } = note.k3s
  const versions = {
    containerd: /\bv?(\d+\.\d+\.\S+)/.exec(containerd)?.[1],
    runc: /runc version (\S+)/.exec(runc)?.[1],
  }
  return {
    ...host,
    ...machine,
    k3s: { version, sha256, release },
    ...Object.fromEntries(Object.entries(versions).filter(([, found]) => found !== undefined)),
  }
}

/** The node's own words: its kernel and cgroups are not this machine's. What QEMU was started with is what works here. */
async function probeMachine({ kubectl }: Cluster): Promise<Partial<Environment>> {
  const { items } = JSON.parse(await kubectl(['get', 'nodes', '--output', 'json'])) as NodeList
  return { ...(await describeNode(items, kubectl)), accelerator: await findAccelerator(viewFolder()) }
}
