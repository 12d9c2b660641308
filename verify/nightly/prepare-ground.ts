/**
 * What a night stands on: a cluster of its own, through `npm run cluster`, or one that exists. Where none can be had, the
 * parts that need one are left out and named; one that should come up and does not is a finding.
 */
import { existsSync } from 'node:fs'
import { lacking } from '#verify/cluster/available.ts'
import { k3sHere } from '#verify/cluster/release/index.ts'
import { CallError, type Call } from './arguments.ts'
import { run, type Site } from './run-part.ts'
import type { Ground } from './spend-night.ts'
import { nothingFound, type Part } from './types.ts'

export type Prepared = { ground: Ground; env: Record<string, string>; end: () => Promise<readonly string[]> }

const cluster = 'nightly'
const program = 'verify/cluster/run.ts'
const needsCluster = (part: Part): boolean => part.kind !== 'records' && part.target === 'k3s'

const nobody: Prepared = {
  ground: { skips: [], findings: [], leaveOut: () => undefined },
  env: {},
  end: () => Promise.resolve([]),
}

export async function prepareGround(call: Call, parts: readonly Part[], site: Site): Promise<Prepared> {
  if (call.kubeconfig !== undefined) return useExisting(call.kubeconfig)
  if (!parts.some(needsCluster)) return nobody
  const lack = lacking()
  if (lack !== undefined) return without(lack)
  const words = ['up', '--name', cluster, '--agents', call.agents, ...call.up]
  await run([program, 'down', '--name', cluster], 'cluster', site)
  const start = performance.now()
  const up = await run([program, ...words], 'cluster', site)
  if (up.exit === 0) return { ...nobody, env: { NODEBOOK_CLUSTER: cluster }, end: () => takeDown(site) }
  await takeDown(site)
  if (site.signal.aborted) return without('the run was stopped')
  if (k3sHere() === undefined) return without('no k3s here, and none could be fetched: set K3S_BIN.')
  const found = nothingFound('cluster', (performance.now() - start) / 1000)
  const drift = {
    ...{ kind: 'broken' as const, part: 'cluster', what: 'a cluster did not come up', detail: up.printed },
    todo: `npm run cluster -- ${words.join(' ')}`,
  }
  const broken = without('the cluster did not come up')
  return { ...broken, ground: { ...broken.ground, findings: [{ ...found, drifts: [drift] }] } }
}

const without = (why: string): Prepared => ({
  ...nobody,
  ground: { ...nobody.ground, leaveOut: (part) => (needsCluster(part) ? why : undefined) },
})

/** Where the cluster is this machine's, the machine that runs its node is this one, and the host's transcripts run here. */
function useExisting(kubeconfig: string): Prepared {
  if (!existsSync(kubeconfig))
    throw new CallError(`--kubeconfig: expected a file, found none at ${kubeconfig}.`)
  const why = 'a cluster that exists lets nobody replay on the machines below its nodes'
  const skip = { part: 'the night', what: 'the host’s transcripts on the machine that runs the node', why }
  const alone = 'its programs ask a cluster of this machine; npm run conform brings one up'
  const leaveOut = (part: Part) => (part.kind === 'conform' && needsCluster(part) ? alone : undefined)
  return { ...nobody, ground: { ...nobody.ground, skips: [skip], leaveOut } }
}

/** What stayed of it, in words. A run that was stopped takes its cluster down as well. */
async function takeDown(site: Site): Promise<readonly string[]> {
  const calm = { ...site, signal: new AbortController().signal }
  const { exit, printed } = await run([program, 'down', '--name', cluster], 'cluster', calm)
  return exit === 0 ? [] : [printed]
}
