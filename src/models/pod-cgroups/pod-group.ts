/** ResourceConfigForPod: the Pod's own group, written by the kubelet. */
import { effectiveResources, isZero, type QosClass } from '#kubernetes'
import { totalOf } from './amounts.ts'
import { quotaFrom } from './cpu.ts'
import {
  memoryFile,
  noMemoryLimit,
  pidsFile,
  quotaFiles,
  shareFiles,
  untouchedMemory,
  untouchedQuota,
} from './files.ts'
import { because, type Resource, type Trace } from './rules.ts'
import type { File, Group, Input } from './types.ts'

/** One container without a limit, and the Pod has none: that container may use what there is. */
const missing = ({ pod }: Input, resource: Resource): Trace | undefined => {
  const { uses } = effectiveResources(pod, 'limits')
  const without = uses.find(({ amounts }) => isZero(amounts[resource]))
  return without && [because('pod-cgroups/limit-missing', 'pod', { resource, container: without.name })]
}

const podQuota = (input: Input): readonly File[] => {
  const without = missing(input, 'cpu')
  if (without) return quotaFiles(input.version, { quota: undefined }, without)
  const total = totalOf(input.pod, 'limits', 'cpu')
  const quota = quotaFrom('pod', total.amount)
  return quotaFiles(input.version, quota, [...total.because, quota.because])
}

const podMemory = (input: Input): File => {
  const without = missing(input, 'memory')
  if (without) return noMemoryLimit(input.version, without)
  const total = totalOf(input.pod, 'limits', 'memory')
  return memoryFile(input.version, 'pod', total.amount, total.because)
}

const limitFiles = (input: Input, qos: QosClass): readonly File[] =>
  qos === 'BestEffort'
    ? [...untouchedQuota(input.version, 'pod'), untouchedMemory(input.version, 'pod')]
    : [...podQuota(input), podMemory(input)]

/** A BestEffort Pod asks for nothing, even where its sandbox has an overhead. */
const asked = (input: Input, qos: QosClass) =>
  qos === 'BestEffort' ? { amount: 0, because: [] } : totalOf(input.pod, 'requests', 'cpu')

export const podGroup = (input: Input, qos: QosClass, parent: string): Group => {
  const cpu = asked(input, qos)
  return {
    level: 'pod',
    name: 'pod<uid>',
    path: `${parent}/pod<uid>`,
    files: [
      ...shareFiles('pod', cpu.amount, { version: input.version, by: 'kubelet' }, cpu.because),
      ...limitFiles(input, qos),
      pidsFile('pod', input.node.podPids, 'pod'),
    ],
  }
}
