import { describe, expect, test } from 'vitest'
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
import { publishedFiles } from './published-rules.fixture.ts'
import { areExplained } from './reasons.fixture.ts'
import { randomPod } from './random-pods.fixture.ts'
import { cases, filesBy } from './second-reading.fixture.ts'

describe('against a second reading of the published rules', () => {
  const seen = new Map<string, number>()
  const classes = new Map<string, number>()

  test(`${cases} random Pods`, { timeout: 60_000 }, () => {
    for (let seed = 0; seed < cases; seed++) {
      const random = randomPod(seed)
      const { pod, node, how, input } = random
      expect(filesBy(input), JSON.stringify({ seed, pod, node, how })).toEqual(publishedFiles(pod, node, how))
      const files = podCgroups(input)
      expect(areExplained(files, random), JSON.stringify({ seed, pod, node, how })).toBe(true)
      const { groups, qos, because } = files
      classes.set(qos, (classes.get(qos) ?? 0) + 1)
      const fired = new Set(
        [...because, ...groups.flatMap(({ files }) => files.flatMap((file) => file.because))].map(
          ({ rule }) => rule,
        ),
      )
      for (const rule of fired) seen.set(rule, (seen.get(rule) ?? 0) + 1)
    }
  })

  test('every rule fired in at least 20 of them, and every class came', () => {
    expect(Object.keys(rules).filter((rule) => (seen.get(rule) ?? 0) < 20)).toEqual([])
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
