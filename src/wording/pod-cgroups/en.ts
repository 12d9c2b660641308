import type { Fault, Resource } from '#models/pod-cgroups'
import type { Wording } from './types.ts'

const grouped = (number: number): string => number.toLocaleString('en')

const units = ['Ki', 'Mi', 'Gi', 'Ti'] as const

/** Bytes as a manifest would have them, where that is exact. */
const bytes = (number: number): string => {
  const power = units.findLastIndex((_, at) => number > 0 && number % 1024 ** (at + 1) === 0)
  return power === -1 ? `\`${grouped(number)}\`` : `\`${number / 1024 ** (power + 1)}${units[power]}\``
}

const amount = (resource: Resource, number: number): string =>
  resource === 'cpu' ? `\`${number}m\`` : bytes(number)

const named = { cpu: 'CPU', memory: 'memory' } as const

const place = ({ container, which, resource }: Fault): string => `\`${container}\`, ${which}.${resource}`

export const en: Wording = {
  reasons: {
    'pod-cgroups/guaranteed': () =>
      'Every container has limits for CPU and memory, and requests equal to them: Guaranteed. Such a Pod lies in `kubepods` itself.',
    'pod-cgroups/burstable': () =>
      'Some request or limit is there, but not both, equal, for CPU and memory in every container: Burstable.',
    'pod-cgroups/best-effort': () => 'No container requests or limits CPU or memory: BestEffort.',
    'pod-cgroups/containers-sum': (_, { resource, parts, total }) =>
      `Containers and sidecars run together: ${parts.map((part) => amount(resource, part.amount)).join(' + ')} = ${amount(resource, total)} of ${named[resource]}.`,
    'pod-cgroups/init-peak': (_, { resource, container, amount: most, together }) =>
      `While \`${container}\` starts the Pod, it needs ${amount(resource, most)} together with the sidecars before it. That is more than ${amount(resource, together)}, so it counts.`,
    'pod-cgroups/overhead': (_, { resource, amount: added, total }) =>
      `The RuntimeClass adds ${amount(resource, added)} for the sandbox: ${amount(resource, total)}.`,
    'pod-cgroups/request-from-limit': (_, { resource, amount: taken }) =>
      `Nobody wrote a request for ${named[resource]}; the API server took it from the limit: ${amount(resource, taken)}.`,
    'pod-cgroups/neighbours': (_, { own, others }) =>
      `All Burstable Pods of the node together: \`${own}m\` here + \`${others}m\` elsewhere. The kubelet adds them up again every minute.`,
    'pod-cgroups/shares': (_, { milli, shares }) =>
      `Shares: ${milli} × 1024 ÷ 1000 = ${shares}, rounded down.`,
    'pod-cgroups/shares-least': (_, { milli }) =>
      `\`${milli}m\` would be less than 2 shares: 2 is the least there is.`,
    'pod-cgroups/shares-most': (_, { milli }) =>
      `\`${milli}m\` would be more than 262144 shares, the most there is.`,
    'pod-cgroups/weight-linear': (_, { shares, weight, by }) =>
      `${by === 'kubelet' ? 'The kubelet writes this group itself, by the old formula' : 'runc before 1.3.2'}: 1 + (${shares} − 2) × 9999 ÷ 262142 = ${weight}, rounded down.`,
    'pod-cgroups/weight-logarithmic': (_, { shares, weight }) =>
      `runc since 1.3.2, and crun: with L = log₂ ${shares}, 10^((L² + 125 L) ÷ 612 − 7 ÷ 34) = ${weight}, rounded up. So 1024 shares are weight 100: one default is the other.`,
    'pod-cgroups/quota': (_, { milli, quota }) =>
      `${milli} × 100000 ÷ 1000 = ${quota} µs of CPU time in each period of 100000 µs.`,
    'pod-cgroups/quota-least': (_, { milli }) =>
      `\`${milli}m\` would be under 1 ms a period: the kernel takes no quota below 1000 µs.`,
    'pod-cgroups/memory': (_, { bytes: number }) => `${bytes(number)} is ${grouped(number)} bytes.`,
    'pod-cgroups/whole-pages': (_, { bytes: number, read }) =>
      `The kernel counts pages of 4096 bytes and drops the rest: ${grouped(number)} reads back as ${grouped(read)}.`,
    'pod-cgroups/no-limit': (_, { resource }) =>
      `No limit for ${named[resource]}, so nothing bounds it here.`,
    'pod-cgroups/limit-missing': (_, { resource, container }) =>
      `\`${container}\` has no limit for ${named[resource]}, so the Pod as a whole has none either.`,
    'pod-cgroups/allocatable': (_, { resource, capacity, reserved }) =>
      `The node has ${amount(resource, capacity)} of ${named[resource]} and keeps ${amount(resource, reserved)} for itself and the kubelet.`,
    'pod-cgroups/not-written': () => 'Nobody writes this file: it keeps the kernel’s default.',
    'pod-cgroups/pids': (_, { pids, of }) =>
      of === 'node'
        ? `The most processes the kernel of this node allows: ${pids}.`
        : `The kubelet’s \`podPidsLimit\`: ${pids}. It bounds the Pod, not its containers.`,
    'pod-cgroups/dies-together': () =>
      'On v2 the kubelet asks for it: if one process of the container is killed for memory, all are. `singleProcessOOMKill: true` undoes it.',
    'pod-cgroups/adj-critical': () => '`system-node-critical`: −997, whatever it requests.',
    'pod-cgroups/adj-guaranteed': () => 'Guaranteed: −997. Killed last when the node runs out.',
    'pod-cgroups/adj-best-effort': () => 'BestEffort: 1000. Killed first when the node runs out.',
    'pod-cgroups/adj-by-request': (_, { bytes: request, capacity, adj }) =>
      `1000 − 1000 × ${grouped(request)} ÷ ${grouped(capacity)} = ${adj}: the more of the node’s memory it requests, the safer it is.`,
    'pod-cgroups/adj-sidecar': (_, { bytes: request, adj }) =>
      `A sidecar is not killed before those it serves: the smallest request of a container is ${bytes(request)}, which gives ${adj}.`,
    'pod-cgroups/adj-within': (_, { adj, kept }) =>
      `${adj} becomes ${kept}: a Burstable container stays between 3 and 999, so between the other two classes.`,
    'pod-cgroups/pause': () =>
      'containerd’s own value for the sandbox: −998. It holds the Pod’s namespaces, so it outlives the containers.',
  },
  levels: { node: 'all Pods', class: 'QoS class', pod: 'the Pod', container: 'container' },
  faults: {
    'no-quantity': (fault) => `${place(fault)}: expected a quantity such as \`250m\` or \`64Mi\`.`,
    'request-above-limit': (fault) =>
      `${place(fault)}: a request above its limit is refused by the API server.`,
    'too-large': (fault) => `${place(fault)}: no machine is that large.`,
  },
  leftOut: {
    'memory-qos': '`memory.min`, `memory.low` and `memory.high`: the feature MemoryQoS is alpha and off.',
    'pod-level-resources': 'Resources of the Pod as a whole (`spec.resources`).',
    resize: 'Resizing in place.',
    'cpu-manager': 'Exclusive CPUs (`cpuset.cpus`): the static policy also drops the quota.',
    swap: 'Swap: `memory.swap.max` is 0 unless LimitedSwap is configured.',
    hugepages: 'Huge pages: `hugetlb.*`.',
    'qos-reserved': 'The alpha feature QOSReserved, which would bound the classes’ memory.',
    'systemd-names': 'Names of the systemd driver: `kubepods-burstable-pod….slice`, the same values.',
    'kubelet-flags':
      'Other CFS periods, quotas switched off, no groups per class, a runtime’s own pids limit.',
    'device-claims': 'Claims of devices (DRA).',
  },
  pods: {
    burstable: { name: 'Some now, more if free', about: 'Requests below limits: Burstable.' },
    guaranteed: { name: 'As much as it asks', about: 'Requests equal limits: Guaranteed.' },
    'best-effort': { name: 'Nothing asked', about: 'No requests, no limits: BestEffort.' },
    'one-without': { name: 'One without limits', about: 'What one container leaves out, the Pod loses too.' },
    sidecar: { name: 'A sidecar and an init container', about: 'Who runs together counts together.' },
  },
}
