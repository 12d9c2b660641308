/** `kubepods` and its QoS classes: written by the kubelet, whatever Pods there are. */
import { effectiveResources, milliOf, type QosClass } from '#kubernetes'
import { amountIn } from './amounts.ts'
import { memoryFile, pidsFile, shareFiles, untouchedMemory, untouchedQuota } from './files.ts'
import { because, type Reason, type Resource } from './rules.ts'
import type { Group, Input } from './types.ts'

/** Capacity without what is reserved; the eviction threshold is kept from the scheduler, not from here. */
const allocatable = (
  { node }: Input,
  resource: Resource,
): { readonly amount: number; readonly why: Reason } => {
  const capacity = amountIn({ [resource]: node[resource] }, resource)
  const reserved = amountIn(node.reserved, resource)
  return {
    amount: Math.max(capacity - reserved, 0),
    why: because('pod-cgroups/allocatable', 'kubepods', { resource, capacity, reserved }),
  }
}

export const nodeGroup = (input: Input): Group => {
  const { version, node } = input
  const cpu = allocatable(input, 'cpu')
  const memory = allocatable(input, 'memory')
  return {
    level: 'node',
    name: 'kubepods',
    path: 'kubepods',
    files: [
      ...shareFiles('kubepods', cpu.amount, { version, by: 'kubelet' }, [cpu.why]),
      ...untouchedQuota(version, 'kubepods'),
      memoryFile(version, 'kubepods', memory.amount, [memory.why]),
      pidsFile('kubepods', node.pids, 'node'),
    ],
  }
}

/** Guaranteed Pods have no group of their class: they lie in `kubepods` itself. */
export const classGroup = (input: Input, qos: QosClass): Group | undefined => {
  if (qos === 'Guaranteed') return undefined
  const { version, pod, neighbours } = input
  const name = qos.toLowerCase()
  const own = milliOf(effectiveResources(pod, 'requests').total['cpu'] ?? 0n)
  const others = amountIn({ cpu: neighbours }, 'cpu')
  const shares =
    qos === 'Burstable'
      ? shareFiles(name, own + others, { version, by: 'kubelet' }, [
          because('pod-cgroups/neighbours', name, { own, others }),
        ])
      : shareFiles(name, 0, { version, by: 'kubelet' })
  return {
    level: 'class',
    name,
    path: `kubepods/${name}`,
    files: [
      ...shares,
      ...untouchedQuota(version, name),
      untouchedMemory(version, name),
      pidsFile(name, undefined, 'pod'),
    ],
  }
}
