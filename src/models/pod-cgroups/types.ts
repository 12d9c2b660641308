import type { Pod, QosClass } from '#kubernetes'
import type { Trace } from './rules.ts'

/**
 * What becomes of a Pod's requests and limits: every value that the kubelet and the container runtime write into the
 * cgroups of its containers, of the Pod and of its QoS class. Read from kubelet 1.36.2 (pkg/kubelet/cm, kuberuntime,
 * qos), opencontainers/cgroups 0.1.0 as runc has it, and containerd 2. What is left out: `leftOut` in rules.ts.
 */

export type Version = 'v1' | 'v2'

/** The runtime's formula from shares to weight: runc up to 1.3.1; or since 1.3.2, and crun since 1.24. */
export type Weights = 'then' | 'now'

export type Node = {
  readonly cpu: string
  readonly memory: string
  /** kubeReserved and systemReserved together */
  readonly reserved: { readonly cpu?: string; readonly memory?: string }
  /** the most processes the kernel allows */
  readonly pids: number
  /** the kubelet's podPidsLimit; left out: no limit */
  readonly podPids?: number
}

export type Input = {
  readonly pod: Pod
  readonly node: Node
  readonly version: Version
  readonly weights: Weights
  /** the CPU that the node's other Burstable Pods request */
  readonly neighbours: string
}

/** cgroup: a file of the group; process: `/proc/<pid>/oom_score_adj` of everything in the container. */
export type File = {
  readonly of: 'cgroup' | 'process'
  readonly name: string
  /** as one reads it back */
  readonly value: string
  readonly because: Trace
}

export type Level = 'node' | 'class' | 'pod' | 'container'

export type Group = {
  readonly level: Level
  /** its own name: `kubepods`, `burstable`, `pod…`, a container's */
  readonly name: string
  readonly path: string
  readonly files: readonly File[]
}

export type Files = {
  readonly qos: QosClass
  readonly because: Trace
  readonly groups: readonly Group[]
}

/** What the API server would refuse, or this page cannot read. */
export type Fault = {
  readonly is: 'no-quantity' | 'request-above-limit' | 'too-large'
  readonly container: string
  readonly which: 'requests' | 'limits'
  readonly resource: string
}
