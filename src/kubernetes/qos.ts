/**
 * A Pod's quality of service (pkg/apis/core/v1/helper/qos, 1.36). Expects a Pod whose requests have been defaulted.
 * Left out: resources of the Pod as a whole (`spec.resources`).
 */
import { allContainers, type Container, type Pod } from './pod.ts'
import { addAmounts, amountsOf, isZero, type Amounts } from './resource-list.ts'

export type QosClass = 'Guaranteed' | 'Burstable' | 'BestEffort'

/** No other resource counts for it. */
const counted = ['cpu', 'memory'] as const

const sum = (containers: readonly Container[], of: 'requests' | 'limits'): Amounts =>
  containers.reduce<Amounts>((all, { resources }) => addAmounts(all, amountsOf(resources?.[of])), {})

const limitsBoth = ({ resources }: Container): boolean => {
  const limits = amountsOf(resources?.limits)
  return counted.every((name) => !isZero(limits[name]))
}

export const qosOf = (pod: Pod): QosClass => {
  const containers = allContainers(pod)
  const requests = sum(containers, 'requests')
  const limits = sum(containers, 'limits')
  if (counted.every((name) => isZero(requests[name]) && isZero(limits[name]))) return 'BestEffort'
  const equal = counted.every((name) => requests[name] === limits[name])
  return equal && containers.every(limitsBoth) ? 'Guaranteed' : 'Burstable'
}
