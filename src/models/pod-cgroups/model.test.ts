import { describe, expect, test } from 'vitest'
import { pick, randomFrom, randomInt, type Random } from '#kit'
import type { InitContainer, Pod } from '#kubernetes'
import {
  checkInput,
  defaultInput,
  linearWeight,
  logarithmicWeight,
  podCgroups,
  podIds,
  pods,
  rules,
  type Input,
} from '#models/pod-cgroups'
import {
  publishedFiles,
  type How,
  type Numbers,
  type PlainContainer,
  type PlainNode,
  type PlainPod,
} from './published-rules.fixture.ts'

const filesBy = (input: Input): Record<string, string> =>
  Object.fromEntries(
    podCgroups(input).groups.flatMap(({ path, files }) =>
      files.map(({ name, value }): [string, string] => [`${path} ${name}`, value]),
    ),
  )

// What the API server has filled in before the kubelet sees it.
const defaulted = (requests: Numbers, limits: Numbers): Numbers => ({ ...limits, ...requests })

const someCpu = (random: Random): number =>
  pick(random, [0, 1, 2, 5, 9, 10, 15, 50, 100, 250, 500, 999, 1000, 1500, 4000, 64_000, 300_000])
const someMemory = (random: Random): number =>
  pick(random, [
    0,
    1,
    4095,
    4096,
    5000,
    1e6,
    500e6,
    2 ** 20,
    100 * 2 ** 20,
    2 ** 30,
    5 * 2 ** 30,
    40 * 2 ** 30,
  ])

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
  reservedCpu: pick(random, [0, 100, 250]),
  reservedMemory: pick(random, [0, 2 ** 29, 123_456_789]),
  pids: 32_768,
  podPids: pick(random, [0, 1024]),
})

const written = ({ cpu, memory }: Numbers): Record<string, string> => ({
  ...(cpu === undefined ? {} : { cpu: `${cpu}m` }),
  ...(memory === undefined ? {} : { memory: String(memory) }),
})

const container = ({ name, sidecar, requests, limits }: PlainContainer): InitContainer => ({
  name,
  ...(sidecar ? { restartPolicy: 'Always' } : {}),
  resources: { requests: written(requests), limits: written(limits) },
})

const inputFrom = (pod: PlainPod, node: PlainNode, how: How): Input => ({
  pod: {
    containers: pod.main.map(container) as unknown as Pod['containers'],
    initContainers: pod.init.map(container),
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

describe('against a second reading of the published rules', () => {
  const cases = 1000
  const seen = new Map<string, number>()
  const classes = new Map<string, number>()

  test(`${cases} random Pods`, { timeout: 60_000 }, () => {
    for (let seed = 0; seed < cases; seed++) {
      const random = randomFrom(seed)
      const [pod, node] = [somePod(random), somePlainNode(random)]
      const how: How = {
        v2: random() < 0.6,
        newFormula: random() < 0.5,
        neighbours: pick(random, [0, 0, 250, 3500]),
      }
      const input = inputFrom(pod, node, how)
      expect(filesBy(input), JSON.stringify({ seed, pod, node, how })).toEqual(publishedFiles(pod, node, how))
      const { groups, qos, because } = podCgroups(input)
      classes.set(qos, (classes.get(qos) ?? 0) + 1)
      const fired = new Set(
        [...because, ...groups.flatMap(({ files }) => files.flatMap((file) => file.because))].map(
          ({ rule }) => rule,
        ),
      )
      for (const rule of fired) seen.set(rule, (seen.get(rule) ?? 0) + 1)
    }
  })

  test('every rule but the API server’s own fired in at least 20 of them, and every class came', () => {
    const rare = Object.keys(rules).filter(
      (rule) => rule !== 'pod-cgroups/request-from-limit' && (seen.get(rule) ?? 0) < 20,
    )
    expect(rare).toEqual([])
    for (const qos of ['Guaranteed', 'Burstable', 'BestEffort']) expect(classes.get(qos)).toBeGreaterThan(40)
  })
})

describe('shares to weight', () => {
  test.each([
    [2, 1, 1],
    [3, 1, 2],
    [102, 4, 17],
    [256, 10, 35],
    [512, 20, 59],
    [1024, 39, 100],
    [262_143, 9999, 10_000],
    [262_144, 10_000, 10_000],
  ])('%i shares are weight %i then and %i now', (shares, then, now) => {
    expect([linearWeight(shares), logarithmicWeight(shares)]).toEqual([then, now])
  })

  test('more shares are never less weight', () => {
    for (let shares = 2; shares < 262_144; shares += 97)
      expect(logarithmicWeight(shares + 97)).toBeGreaterThanOrEqual(logarithmicWeight(shares))
  })
})

describe('a request that nobody wrote', () => {
  const input: Input = {
    ...defaultInput,
    pod: { containers: [{ name: 'web', resources: { limits: { cpu: '500m', memory: '64Mi' } } }] },
  }
  test('is the limit, and the file says so', () => {
    const web = podCgroups(input).groups.find(({ name }) => name === 'web')
    const rulesOf = (name: string) =>
      web?.files.find((file) => file.name === name)?.because.map(({ rule }) => rule)
    expect(rulesOf('cpu.weight')?.[0]).toBe('pod-cgroups/request-from-limit')
    expect(podCgroups(input).qos).toBe('Guaranteed')
  })
})

describe('what the API server would refuse', () => {
  const faults = (requests: Record<string, string>, limits: Record<string, string> = {}) =>
    checkInput({ pod: { containers: [{ name: 'web', resources: { requests, limits } }] } }).map(
      ({ is }) => is,
    )
  test('no quantity', () => expect(faults({ cpu: '1 core' })).toEqual(['no-quantity']))
  test('a request above its limit', () =>
    expect(faults({ memory: '2Gi' }, { memory: '1024Mi' })).toEqual(['request-above-limit']))
  test('an amount beyond all machines', () => expect(faults({ memory: '9Ei' })).toEqual(['too-large']))
  test('nothing to find in what is right', () => expect(faults({ cpu: '1' }, { cpu: '1000m' })).toEqual([]))
  test.each(podIds)('nothing to find in %s', (id) => expect(checkInput({ pod: pods[id] })).toEqual([]))
})
