/** The API server's own hand: a limit without a request is a request too (pkg/apis/core/v1/defaults.go). */
import type { Container, Pod } from './pod.ts'

const withRequests = <C extends Container>(container: C): C => {
  const { requests, limits } = container.resources ?? {}
  return limits ? { ...container, resources: { limits, requests: { ...limits, ...requests } } } : container
}

export const defaultRequests = (pod: Pod): Pod => {
  const [first, ...rest] = pod.containers
  return {
    ...pod,
    containers: [withRequests(first), ...rest.map(withRequests)],
    ...(pod.initContainers ? { initContainers: pod.initContainers.map(withRequests) } : {}),
  }
}
