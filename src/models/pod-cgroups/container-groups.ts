/** A container's group: the kubelet tells the runtime (generateLinuxContainerResources), and the runtime writes. */
import { allContainers, type InitContainer, type QosClass } from '#kubernetes'
import { amountIn } from './amounts.ts'
import { quotaFrom } from './cpu.ts'
import {
  memoryFile,
  noMemoryLimit,
  oomGroupFiles,
  pidsFile,
  quotaFiles,
  shareFiles,
  untouchedMemory,
  untouchedQuota,
} from './files.ts'
import { oomScoreAdj } from './oom-score-adj.ts'
import { because, type Resource, type Trace } from './rules.ts'
import type { File, Group, Input } from './types.ts'

const adjFile = (adj: number, because: Trace): File => ({
  of: 'process',
  name: 'oom_score_adj',
  value: String(adj),
  because,
})

/** Says where a request came from that nobody wrote. */
const defaulted = (
  written: InitContainer | undefined,
  { name, resources }: InitContainer,
  resource: Resource,
): Trace =>
  written?.resources?.requests?.[resource] === undefined && resources?.requests?.[resource] !== undefined
    ? [
        because('pod-cgroups/request-from-limit', name, {
          resource,
          amount: amountIn(resources.requests, resource),
        }),
      ]
    : []

const containerGroup = (
  input: Input,
  container: InitContainer,
  written: InitContainer | undefined,
  qos: QosClass,
  parent: string,
): Group => {
  const { name, resources } = container
  const { version, weights } = input
  const quota = quotaFrom(name, amountIn(resources?.limits, 'cpu'))
  const bytes = amountIn(resources?.limits, 'memory')
  const { adj, because: why } = oomScoreAdj(
    input.pod,
    container,
    qos,
    amountIn({ memory: input.node.memory }, 'memory'),
  )
  return {
    level: 'container',
    name,
    path: `${parent}/<${name}>`,
    files: [
      ...shareFiles(
        name,
        amountIn(resources?.requests, 'cpu'),
        { version, by: weights },
        defaulted(written, container, 'cpu'),
      ),
      ...quotaFiles(version, quota, [quota.because]),
      bytes === 0
        ? noMemoryLimit(version, [because('pod-cgroups/no-limit', name, { resource: 'memory' })])
        : memoryFile(version, name, bytes),
      ...oomGroupFiles(version, name, true),
      pidsFile(name, undefined, 'pod'),
      adjFile(adj, [...(qos === 'Burstable' ? defaulted(written, container, 'memory') : []), ...why]),
    ],
  }
}

/** containerd's sandbox: it holds the Pod's namespaces, asks for nothing, and is to outlive the others. */
const pauseGroup = ({ version, weights }: Input, parent: string): Group => ({
  level: 'container',
  name: 'pause',
  path: `${parent}/<pause>`,
  files: [
    ...shareFiles('pause', 0, { version, by: weights }),
    ...untouchedQuota(version, 'pause'),
    untouchedMemory(version, 'pause'),
    ...oomGroupFiles(version, 'pause', false),
    pidsFile('pause', undefined, 'pod'),
    adjFile(-998, [because('pod-cgroups/pause', 'pause', {})]),
  ],
})

/** `written` is the Pod before the API server filled in its requests. */
export const containerGroups = (
  input: Input,
  written: Input['pod'],
  qos: QosClass,
  parent: string,
): readonly Group[] => {
  const before = allContainers(written)
  return [
    ...allContainers(input.pod).map((each, at) => containerGroup(input, each, before[at], qos, parent)),
    pauseGroup(input, parent),
  ]
}
