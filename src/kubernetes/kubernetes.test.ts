import { describe, expect, test } from 'vitest'
import {
  defaultRequests,
  effectiveResources,
  milliOf,
  qosOf,
  readQuantity,
  wholeOf,
  type Pod,
} from '#kubernetes'

const whole = (text: string) => {
  const amount = readQuantity(text)
  return amount === undefined ? undefined : wholeOf(amount)
}
const milli = (text: string) => {
  const amount = readQuantity(text)
  return amount === undefined ? undefined : milliOf(amount)
}

describe('quantities', () => {
  test.each([
    ['0', 0],
    ['128974848', 128974848],
    ['129e6', 129_000_000],
    ['129M', 129_000_000],
    ['128974848000m', 128974848],
    ['123Mi', 128974848],
    ['1.5Gi', 1_610_612_736],
    ['.5Ki', 512],
    ['1E', 1e18],
    ['1E3', 1000],
    ['100m', 1],
    ['1n', 1],
  ])('%s is %i whole ones, rounded up', (text, expected) => expect(whole(text)).toBe(expected))

  test.each([
    ['1', 1000],
    ['250m', 250],
    ['0.1', 100],
    ['2.', 2000],
    ['1u', 1],
    ['1500u', 2],
  ])('%s is %i thousandths, rounded up', (text, expected) => expect(milli(text)).toBe(expected))

  test.each(['', '-1', '1 Mi', '1mi', '1KI', '1MiB', 'Mi', '.', '1.2.3', '0x10', '1ee3', '1e', '1K'])(
    '%s is none',
    (text) => expect(readQuantity(text)).toBeUndefined(),
  )
})

const container = (name: string, requests?: Record<string, string>, limits?: Record<string, string>) => ({
  name,
  resources: { ...(requests ? { requests } : {}), ...(limits ? { limits } : {}) },
})
const pod = (...containers: ReturnType<typeof container>[]): Pod => ({
  containers: containers as unknown as Pod['containers'],
})
const both = { cpu: '1', memory: '1Gi' }

describe('defaults', () => {
  test('a limit without a request is a request, resource by resource', () => {
    const { containers } = defaultRequests(pod(container('a', { cpu: '1' }, { cpu: '2', memory: '1Gi' })))
    expect(containers[0].resources?.requests).toEqual({ cpu: '1', memory: '1Gi' })
  })

  test('no limit, no request', () => {
    expect(defaultRequests(pod(container('a'))).containers[0].resources).toEqual({})
  })
})

describe('the class of a Pod', () => {
  test.each<[string, Pod]>([
    ['BestEffort', pod(container('a'), container('b'))],
    ['BestEffort', pod(container('a', { 'example.com/gpu': '1' }, { 'example.com/gpu': '1' }))],
    ['BestEffort', pod(container('a', { cpu: '0' }))],
    ['Guaranteed', pod(container('a', both, both))],
    [
      'Guaranteed',
      pod(container('a', undefined, both), container('b', both, { cpu: '1000m', memory: '1024Mi' })),
    ],
    ['Burstable', pod(container('a', both, both), container('b'))],
    ['Burstable', pod(container('a', { cpu: '500m', memory: '1Gi' }, both))],
    ['Burstable', pod(container('a', undefined, { cpu: '1' }))],
    ['Burstable', pod(container('a', { memory: '1Mi' }))],
    ['Burstable', { ...pod(container('a', both, both)), initContainers: [{ name: 'i' }] }],
  ])('%s', (expected, given) => expect(qosOf(defaultRequests(given))).toBe(expected))
})

describe('what a Pod asks for as a whole', () => {
  const cpu = (given: Pod, which: 'requests' | 'limits' = 'requests') => {
    const { cpu } = effectiveResources(given, which).total
    return cpu === undefined ? undefined : milliOf(cpu)
  }
  const a = container('a', { cpu: '100m' })
  const b = container('b', { cpu: '200m' })
  const init = (milli: number) => ({ name: `i${milli}`, resources: { requests: { cpu: `${milli}m` } } })
  const sidecar = (milli: number) => ({ ...init(milli), restartPolicy: 'Always' as const })

  test('containers add up', () => expect(cpu(pod(a, b))).toBe(300))
  test('the largest init container counts when it is larger', () => {
    expect(cpu({ ...pod(a, b), initContainers: [init(250), init(290)] })).toBe(300)
    expect(cpu({ ...pod(a, b), initContainers: [init(700), init(290)] })).toBe(700)
  })
  test('sidecars run beside the containers', () => {
    expect(cpu({ ...pod(a), initContainers: [sidecar(50)] })).toBe(150)
  })
  test('an init container runs beside the sidecars before it, not those after it', () => {
    expect(cpu({ ...pod(a), initContainers: [sidecar(50), init(200)] })).toBe(250)
    expect(cpu({ ...pod(a), initContainers: [init(200), sidecar(50)] })).toBe(200)
  })
  test('overhead is added to requests always, to limits where there is one', () => {
    const given = { ...pod(container('a', {}, { cpu: '1' })), overhead: { cpu: '10m', memory: '1Mi' } }
    expect(cpu(given)).toBe(10)
    expect(cpu(given, 'limits')).toBe(1010)
    expect(effectiveResources(given, 'limits').total['memory']).toBeUndefined()
  })
  test('an init container’s use counts the sidecars before it: theirs may be its only limit', () => {
    const { uses } = effectiveResources(
      {
        ...pod(a),
        initContainers: [{ ...container('s', {}, { cpu: '1' }), restartPolicy: 'Always' }, { name: 'i' }],
      },
      'limits',
    )
    expect(uses.map(({ name, amounts }) => [name, amounts['cpu']])).toEqual([
      ['a', undefined],
      ['s', 1_000_000_000n],
      ['i', 1_000_000_000n],
    ])
  })
})
