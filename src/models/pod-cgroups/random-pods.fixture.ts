/** Random Pods on random nodes, seeded: in plain numbers for the second reading, and as the model is given them. */
import { pick, randomFrom, randomInt, type Random } from '#kit'
import type { InitContainer, Pod } from '#kubernetes'
import type { How, Numbers, PlainContainer, PlainNode, PlainPod } from './published-rules.fixture.ts'
import type { Input } from './types.ts'

// What the API server has filled in before the kubelet sees it.
const defaulted = (requests: Numbers, limits: Numbers): Numbers => ({ ...limits, ...requests })

const edgesOfCpu = [0, 1, 2, 5, 9, 10, 15, 50, 100, 250, 500, 999, 1000, 1500, 4000, 64_000, 256_000, 300_000]

const someCpu = (random: Random): number =>
  random() < 0.15 ? randomInt(random, 256_000) : pick(random, edgesOfCpu)
const edgesOfMemory = [
  ...[0, 1, 4095, 4096, 5000, 1e6, 500e6],
  ...[2 ** 20, 100 * 2 ** 20, 2 ** 30, 5 * 2 ** 30, 40 * 2 ** 30],
]

const someMemory = (random: Random): number =>
  random() < 0.15 ? randomInt(random, 4 * 2 ** 30) : pick(random, edgesOfMemory)

const someNumbers = (random: Random, chance: number): Numbers => ({
  ...(random() < chance ? { cpu: someCpu(random) } : {}),
  ...(random() < chance ? { memory: someMemory(random) } : {}),
})

/** Requests no larger than limits; often equal, so that Guaranteed Pods come about. */
const someContainer = (random: Random, name: string, sidecar: boolean, chance: number): PlainContainer => {
  const limits = someNumbers(random, chance)
  if (random() < 0.5) return { name, sidecar, requests: defaulted({}, limits), limits }
  const wanted = someNumbers(random, chance)
  const requests: Numbers = {}
  for (const key of ['cpu', 'memory'] as const) {
    const value = wanted[key]
    if (value !== undefined) requests[key] = Math.min(value, limits[key] ?? Infinity)
  }
  return { name, sidecar, requests: defaulted(requests, limits), limits }
}

const equal = (random: Random): Numbers => ({ cpu: 10 + someCpu(random), memory: 1 + someMemory(random) })

/** Now and then a Pod is Guaranteed on purpose: by chance hardly one is. */
const asGuaranteed = (random: Random, pod: PlainPod): PlainPod => {
  const fix = (container: PlainContainer): PlainContainer => {
    const amounts = equal(random)
    return { ...container, requests: amounts, limits: amounts }
  }
  return { ...pod, main: pod.main.map(fix), init: pod.init.map(fix) }
}

const somePod = (random: Random): PlainPod =>
  random() < 0.15 ? asGuaranteed(random, anyPod(random)) : anyPod(random)

const anyPod = (random: Random): PlainPod => {
  const chance = pick(random, [0, 0.3, 0.7, 1, 1, 1])
  const many = (name: string, count: number, sidecar: () => boolean) =>
    Array.from({ length: count }, (_, at) => someContainer(random, `${name}${at}`, sidecar(), chance))
  return {
    main: many('c', 1 + randomInt(random, 3), () => false),
    init: many('i', randomInt(random, 4), () => random() < 0.7),
    overhead: random() < 0.3 ? someNumbers(random, 0.8) : {},
    critical: random() < 0.05,
  }
}

const somePlainNode = (random: Random): PlainNode => ({
  cpu: pick(random, [1000, 4000, 64_000]),
  memory: pick(random, [2 ** 32, 16 * 2 ** 30, 33_547_231_232]),
  reservedCpu: pick(random, [0, 100, 250, 1000]),
  reservedMemory: pick(random, [0, 2 ** 29, 123_456_789]),
  pids: 32_768,
  podPids: pick(random, [0, 1024]),
})

const written = ({ cpu, memory }: Numbers): Record<string, string> => ({
  ...(cpu === undefined ? {} : { cpu: `${cpu}m` }),
  ...(memory === undefined ? {} : { memory: String(memory) }),
})

/** A request like its limit need not be written: the API server fills it in. */
const leaveOutSome = (random: Random, requests: Numbers, limits: Numbers): Numbers =>
  Object.fromEntries(
    (['cpu', 'memory'] as const).flatMap((key) =>
      requests[key] === undefined || (requests[key] === limits[key] && random() < 0.5)
        ? []
        : [[key, requests[key]]],
    ),
  )

const containerFrom =
  (random: Random) =>
  ({ name, sidecar, requests, limits }: PlainContainer): InitContainer => ({
    name,
    ...(sidecar ? { restartPolicy: 'Always' } : {}),
    resources: { requests: written(leaveOutSome(random, requests, limits)), limits: written(limits) },
  })

const inputFrom = (random: Random, pod: PlainPod, node: PlainNode, how: How): Input => ({
  pod: {
    containers: pod.main.map(containerFrom(random)) as unknown as Pod['containers'],
    initContainers: pod.init.map(containerFrom(random)),
    overhead: written(pod.overhead),
    ...(pod.critical ? { priorityClassName: 'system-node-critical' } : {}),
  },
  node: {
    cpu: `${node.cpu}m`,
    memory: String(node.memory),
    reserved: { cpu: `${node.reservedCpu}m`, memory: String(node.reservedMemory) },
    pids: node.pids,
    ...(node.podPids > 0 ? { podPids: node.podPids } : {}),
  },
  version: how.v2 ? 'v2' : 'v1',
  weights: how.newFormula ? 'now' : 'then',
  neighbours: `${how.neighbours}m`,
})

export type RandomPod = {
  readonly pod: PlainPod
  readonly node: PlainNode
  readonly how: How
  readonly input: Input
}

export const randomPod = (seed: number): RandomPod => {
  const random = randomFrom(seed)
  const [pod, node] = [somePod(random), somePlainNode(random)]
  const how: How = {
    v2: random() < 0.6,
    newFormula: random() < 0.5,
    neighbours: pick(random, [0, 0, 250, 3500]),
  }
  return { pod, node, how, input: inputFrom(random, pod, node, how) }
}
