/** GetContainerOOMScoreAdjust (pkg/kubelet/qos): who is to be killed first when the node itself runs out. */
import { isSidecar, type InitContainer, type Pod, type QosClass } from '#kubernetes'
import { amountIn } from './amounts.ts'
import { because, type Reason, type Trace } from './rules.ts'

const guaranteed = -997
const bestEffort = 1000
const least = 1000 + guaranteed
const most = bestEffort - 1

export type Adjustment = { readonly adj: number; readonly because: Trace }

const byRequest = (bytes: number, capacity: number): number => 1000 - Math.trunc((1000 * bytes) / capacity)

/** A sidecar is not to be killed before the containers that it serves. */
const sidecarFloor = (pod: Pod, capacity: number): { readonly bytes: number; readonly adj: number } => {
  const bytes = Math.min(...pod.containers.map(({ resources }) => amountIn(resources?.requests, 'memory')))
  return { bytes, adj: byRequest(bytes, capacity) }
}

const burstable = (pod: Pod, container: InitContainer, capacity: number): Adjustment => {
  const { name } = container
  const bytes = amountIn(container.resources?.requests, 'memory')
  const own = byRequest(bytes, capacity)
  const reasons: Reason[] = [because('pod-cgroups/adj-by-request', name, { bytes, capacity, adj: own })]
  let adj = own
  const served = sidecarFloor(pod, capacity)
  if (isSidecar(container) && adj > served.adj) {
    adj = served.adj
    reasons.push(because('pod-cgroups/adj-sidecar', name, served))
  }
  const kept = Math.min(Math.max(adj, least), most)
  if (kept !== adj) reasons.push(because('pod-cgroups/adj-within', name, { adj, kept }))
  return { adj: kept, because: reasons }
}

export const oomScoreAdj = (
  pod: Pod,
  container: InitContainer,
  qos: QosClass,
  capacity: number,
): Adjustment => {
  const { name } = container
  if (pod.priorityClassName === 'system-node-critical')
    return { adj: guaranteed, because: [because('pod-cgroups/adj-critical', name, {})] }
  switch (qos) {
    case 'Guaranteed':
      return { adj: guaranteed, because: [because('pod-cgroups/adj-guaranteed', name, {})] }
    case 'BestEffort':
      return { adj: bestEffort, because: [because('pod-cgroups/adj-best-effort', name, {})] }
    case 'Burstable':
      return burstable(pod, container, capacity)
  }
}
