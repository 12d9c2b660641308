/** What the first node of a cluster says of itself through the API. */
import type { Environment } from '#ledger'
import type { Reach } from './reach.ts'

type NodeInfo = {
  kernelVersion: string
  osImage: string
  architecture: string
  containerRuntimeVersion: string
}

export type NodeList = {
  items: readonly { metadata: { name: string }; status: { nodeInfo: NodeInfo } }[]
}

/** As `uname -m` has them. */
const machines: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'aarch64' }

type Described = Pick<Environment, 'kernel' | 'distribution' | 'architecture' | 'cgroup' | 'containerd'>

export async function describeNode([node]: NodeList['items'], kubectl: Reach['kubectl']): Promise<Described> {
  if (node === undefined) throw new Error('k3s: the cluster has no nodes.')
  const { kernelVersion, osImage, architecture, containerRuntimeVersion } = node.status.nodeInfo
  const containerd = /^containerd:\/\/(\S+)/.exec(containerRuntimeVersion)?.[1]
  return {
    kernel: kernelVersion,
    distribution: osImage,
    architecture: machines[architecture] ?? architecture,
    cgroup: readCgroup(await kubectl(['get', '--raw', `/api/v1/nodes/${node.metadata.name}/proxy/metrics`])),
    ...(containerd === undefined ? {} : { containerd }),
  }
}

/** A metric that kubelets have had since 1.31 (KEP-4569). */
export function readCgroup(metrics: string): 'v1' | 'v2' {
  const version = /^kubelet_cgroup_version (\d)/m.exec(metrics)?.[1]
  if (version === '1' || version === '2') return `v${version}`
  throw new Error(
    'k3s: the kubelet does not say which version of cgroups it runs on. Use Kubernetes 1.31 or newer.',
  )
}
