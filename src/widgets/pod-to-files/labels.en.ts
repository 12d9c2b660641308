import type { Labels } from './labels.ts'

export const labels: Labels = {
  title: 'From Pod to files',
  subtitle: 'Type what a Pod asks for; read what is written for it. Open a value for its arithmetic.',
  start: 'Begin with',
  version: 'cgroup',
  versions: { v2: 'v2', v1: 'v1' },
  weights: 'Runtime’s formula',
  weightsOf: { now: 'now (runc ≥ 1.3.2)', then: 'then' },
  pod: 'The Pod',
  kinds: { container: 'container', sidecar: 'sidecar', init: 'init container' },
  kind: 'kind',
  cells: {
    'cpu-request': 'CPU request',
    'cpu-limit': 'CPU limit',
    'memory-request': 'memory request',
    'memory-limit': 'memory limit',
  },
  cellOf: (container, cell) => `${container}: ${cell}`,
  none: 'none',
  add: 'Add a container',
  remove: (container) => `Remove ${container}`,
  class: (qos) => `QoS class: ${qos}`,
  files: 'The files, from all Pods down to the containers',
  ofProcess: 'of each process in it',
  node: 'A node with 4 CPUs and 16 GiB, of which `200m` and 512 MiB are reserved; its other Burstable Pods request 1 CPU. `pod<uid>` and `<web>` stand for what is longer in reality. The rules: kubelet 1.36.2, opencontainers/cgroups 0.1.0, containerd 2.',
  checked:
    'No kubelet has been asked yet: the rules are checked against a second, independent reading of the kubelet’s source.',
  says: (qos, values) => `${qos}. ${values}`,
}
