/** Kubernetes' vocabulary, for the models that share it. Pure. */
export { defaultRequests } from './default-requests.ts'
export { effectiveResources, type Effective, type Use, type Which } from './effective-resources.ts'
export {
  allContainers,
  isSidecar,
  type Container,
  type InitContainer,
  type Pod,
  type Requirements,
} from './pod.ts'
export { qosOf, type QosClass } from './qos.ts'
export { milliOf, readQuantity, wholeOf, type Amount } from './quantity.ts'
export {
  addAmounts,
  amountsOf,
  greaterAmounts,
  isZero,
  type Amounts,
  type ResourceList,
} from './resource-list.ts'
