/**
 * A real cluster. Each transcript runs in a sandbox of the host's shape that is joined to the nodes' network, with kubectl
 * set up for a Kubernetes namespace of its own. Left out: clusters that exist already (`--kubeconfig`), and k3s in the vm.
 */
import { factsOf, type Environment } from '#ledger'
import type { Header } from '#transcript'
import { join } from 'node:path'
import { lacking } from '#verify/cluster/available.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import {
  cgroupVersion,
  makeRunFolder,
  removeRun,
  startWatchdog,
  sweep,
  type Watchdog,
} from '#verify/sandbox/index.ts'
import { openSession } from '../host/open-session.ts'
import { probeHost } from '../host/probe.ts'
import type { Availability, Order, Session, Target } from '../types.ts'
import { plugIn } from './cable.ts'
import { openCluster, standing, type Cluster } from './cluster.ts'
import { layOutKubectl } from './programs.ts'
import { closeWorkplace, openWorkplace } from './workplace.ts'
import { writeKubeconfig } from './write-kubeconfig.ts'

export function createK3sTarget(say: (line: string) => void = console.error): Target {
  let agents = 0
  let opened: Promise<Cluster> | undefined
  let run: Promise<Run> | undefined
  let environment: Promise<Environment> | undefined
  let sandboxes = 0

  const cluster = () => (opened ??= openCluster(agents, say))

  const open = async (order: Order): Promise<Session> => {
    const { header } = order.transcript
    const here = await cluster()
    const holder = here.note.holder?.pid
    if (holder === undefined) throw new Error('k3s: the cluster has no network to join.')
    const { namespace, kubeconfig } = await openWorkplace(here, order.id, header)
    const { folder, programs } = await (run ??= beginRun(here))
    const place = (sandboxes += 1)
    const prepare = async (init: number) => {
      await Promise.all([plugIn(holder, init, place), writeKubeconfig(init, kubeconfig)])
    }
    const session = await openSession(join(folder, String(place)), order, { programs, prepare })
    return {
      run: session.run,
      async close() {
        const closing = await session.close()
        if (!order.keep) await closeWorkplace(here, namespace)
        return closing
      },
    }
  }

  return {
    name: 'k3s',
    available: () => Promise.resolve(available()),
    probe: async () => {
      const known = await (environment ??= cluster().then(probe))
      return { environment: known, facts: factsOf(known, 'k3s') }
    },
    lacks(header) {
      const lack = lackOf(header)
      // A cluster of the run's own is brought up for the one that needs most.
      if (lack === undefined) agents = Math.max(agents, agentsOf(header))
      return Promise.resolve(lack)
    },
    open,
    async close() {
      const [ended, used] = await Promise.all([run, opened?.catch(() => undefined)])
      if (ended) {
        await removeRun(ended.folder)
        await ended.watchdog.release()
      }
      await used?.close()
    },
  }
}

function available(): Availability {
  if (standing()) return { ok: true }
  const lack = lacking()
  if (lack !== undefined) return { ok: false, missing: 'a cluster', todo: lack }
  if (k3sHere() !== undefined) return { ok: true }
  return { ok: false, missing: 'k3s', todo: 'npm run cluster -- up fetches one; or set K3S_BIN.' }
}

const agentsOf = ({ needs }: Header): number => needs.find(({ name }) => name === 'agents')?.count ?? 0

const components = new Set(['dns', 'storage', 'metrics'])
const met = new Set(['agents', 'exclusive', 'tty'])

function lackOf(header: Header): string | undefined {
  const note = standing()
  for (const { name, count = 0 } of header.needs) {
    if (name === 'cgroup-v1' || name === 'cgroup-v2') {
      const here = cgroupVersion()
      if (`cgroup-${here}` !== name) return `needs ${name}: the nodes' controllers are on cgroup ${here}`
    } else if (components.has(name)) {
      if (!note?.with.includes(name)) return `needs ${name}: the cluster was brought up without it`
    } else if (!met.has(name)) return `needs ${name}: a cluster has none`
    if (name === 'agents' && note && note.agents < count)
      return `needs agents ${count}: the cluster that is up has ${note.agents}`
  }
  return undefined
}

type Run = { folder: string; programs: string; watchdog: Watchdog }

async function beginRun({ note }: Cluster): Promise<Run> {
  await sweep()
  const folder = makeRunFolder()
  const watchdog = startWatchdog(folder)
  return { folder, programs: layOutKubectl(note, folder), watchdog }
}

async function probe({ note, ask }: Cluster): Promise<Environment> {
  const at = '/var/lib/rancher/k3s/data/current/bin'
  const [host, containerd, runc] = await Promise.all([
    probeHost(),
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
    k3s: { version, sha256, release },
    ...Object.fromEntries(Object.entries(versions).filter(([, found]) => found !== undefined)),
  }
}
