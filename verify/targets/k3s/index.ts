/**
 * A real cluster: one of this machine's own, or one that exists and may be broken. Each transcript runs in a sandbox of
 * the host's shape with a way to the API server, and kubectl set up for a Kubernetes namespace of its own.
 */
import { factsOf, type Environment } from '#ledger'
import { join } from 'node:path'
import { lacking } from '#verify/cluster/available.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import { makeRunFolder, removeRun, startWatchdog, sweep, type Watchdog } from '#verify/sandbox/index.ts'
import { openSession } from '../host/open-session.ts'
import type { Availability, Order, Session, Target } from '../types.ts'
import { openCluster, standing } from './cluster.ts'
import { reachExisting, type Existing } from './existing-cluster.ts'
import { agentsOf, lackOfOwn, reachOwn } from './own-cluster.ts'
import { layOutKubectl } from './programs.ts'
import type { Reach, Way } from './reach.ts'
import { closeWorkplace, openWorkplace } from './workplace.ts'
import { writeKubeconfig } from './write-kubeconfig.ts'

export type K3sOptions = {
  say?: (line: string) => void
  /** Of a cluster that exists. */
  kubeconfig?: string
}

export function createK3sTarget({ say = console.error, kubeconfig }: K3sOptions = {}): Target {
  let agents = 0
  let opened: Promise<Reach> | undefined
  let existing: Promise<Existing> | undefined
  let run: Promise<Run> | undefined
  let environment: Promise<Environment> | undefined
  let sandboxes = 0

  const known = (file: string) => (existing ??= reachExisting(file))
  const cluster = () =>
    (opened ??= kubeconfig === undefined ? openCluster(agents, say).then(reachOwn) : known(kubeconfig))

  const open = async (order: Order): Promise<Session> => {
    const here = await cluster()
    const workplace = await openWorkplace(here, order.id, order.transcript.header)
    const { folder, programs } = await (run ??= beginRun(here))
    const ways: Way[] = []
    const prepare = async (init: number) => {
      const way = await here.join(init)
      ways.push(way)
      await writeKubeconfig(init, workplace.kubeconfigFor(way))
    }
    const leave = () => Promise.all(ways.map((way) => way.leave()))
    const session = await openSession(join(folder, String((sandboxes += 1))), order, {
      programs,
      prepare,
    }).catch(async (error: unknown) => {
      await leave()
      throw error
    })
    return {
      run: session.run,
      async close() {
        const closing = await session.close()
        if (order.keep) return closing
        await leave()
        await closeWorkplace(here, workplace.namespace)
        return closing
      },
    }
  }

  return {
    name: 'k3s',
    available: () => (kubeconfig === undefined ? Promise.resolve(available()) : answers(known(kubeconfig))),
    probe: async () => {
      const found = await (environment ??= cluster().then((here) => here.probe()))
      return { environment: found, facts: factsOf(found, 'k3s') }
    },
    async lacks(header) {
      if (kubeconfig !== undefined) return (await known(kubeconfig)).lacks(header)
      const lack = lackOfOwn(header)
      // A cluster of the run's own is brought up for the one that needs most.
      if (lack === undefined) agents = Math.max(agents, agentsOf(header))
      return lack
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

async function answers(cluster: Promise<Existing>): Promise<Availability> {
  try {
    await cluster
    return { ok: true }
  } catch (error) {
    return { ok: false, missing: 'the cluster of --kubeconfig', todo: (error as Error).message }
  }
}

type Run = { folder: string; programs: string; watchdog: Watchdog }

async function beginRun({ program }: Reach): Promise<Run> {
  await sweep()
  const folder = makeRunFolder()
  const watchdog = startWatchdog(folder)
  return { folder, programs: layOutKubectl(program, folder), watchdog }
}
