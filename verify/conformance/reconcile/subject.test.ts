import { describe, expect, test } from 'vitest'
import { kinds, type Pod, type Workload } from './objects.ts'
import { atRest } from './rest.ts'
import { openScene } from './scene.ts'
import type { Seen } from './seen.ts'
import { subject } from './subject.ts'

describe('the programs of reconcile', () => {
  const cases = Array.from({ length: 20 }, (_, seed) => subject.makeCase(seed, 'k3s'))

  test('every generated program is one the schema reads, and what is predicted of it may be seen', () => {
    for (const given of cases) {
      expect(subject.caseSchema.parse(given)).toEqual(given)
      const { seen } = subject.predict(given)
      for (const one of seen) expect(subject.seenSchema.parse(one)).toEqual(one)
      expect(given.actions.length).toBe(seen.length)
      expect(subject.admits?.(given, seen.slice(0, 1))).toEqual(
        given.actions.length > 1 ? expect.objectContaining({ at: 1, observed: undefined }) : undefined,
      )
    }
  })

  const given = {
    input: {},
    actions: [
      {
        ...({ do: 'create', name: 'web', replicas: 2, image: 'v1' } as const),
        strategy: { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 } as const,
      },
      { do: 'tend-all' } as const,
      { do: 'set-image', name: 'web', image: 'v2' } as const,
      { do: 'tend-all' } as const,
    ],
  }
  const { seen } = subject.predict(given)
  const judged = (change: (last: Seen) => Seen) =>
    subject.admits?.(given, [...seen.slice(0, -1), ...seen.slice(-1).map(change)])

  test.each<[string, (last: Seen) => Seen]>([
    ['another end', (last) => ({ ...last, view: { ...last.view, pods: [] } })],
    ['another answer', (last) => ({ ...last, outcome: { is: 'NotFound' } })],
    ['more than surge', (last) => ({ ...last, way: { most: 4, least: 2 } })],
    ['fewer than any order leaves ready', (last) => ({ ...last, way: { most: 3, least: -1 } })],
    ['a way on which the end does not lie', (last) => ({ ...last, way: { most: 3, least: 3 } })],
    ['no way, with a Deployment all the time,', (last) => ({ ...last, way: null })],
    [
      'another note on a set',
      (last) => ({
        ...last,
        view: { ...last.view, sets: last.view.sets.map((set) => ({ ...set, most: set.most + 1 })) },
      }),
    ],
  ])('%s is no end of an update', (_, change) => {
    expect(judged((last) => last)).toBeUndefined()
    expect(judged(change)).toMatchObject({ at: 3 })
  })
})

describe('at rest', () => {
  const meta = (name: string, more: object = {}) => ({
    name,
    namespace: 'a',
    uid: name,
    resourceVersion: '7',
    generation: 1,
    ...more,
  })
  const workload = (name: string, replicas: number, more: object, told = replicas): Workload =>
    kinds.replicasets.parse({
      metadata: meta(name, more),
      spec: {
        ...{ replicas, selector: { matchLabels: { app: 'web' } } },
        template: { metadata: {}, spec: { containers: [{ image: 'v1' }] } },
      },
      status: { observedGeneration: 1, replicas: told, availableReplicas: told },
    })
  const owned = (uid: string) => ({ ownerReferences: [{ kind: 'x', name: uid, uid, controller: true }] })
  const pod = (name: string, more: object, ready = 'True'): Pod =>
    kinds.pods.parse({
      metadata: meta(name, { labels: { app: 'web' }, ...more }),
      spec: { containers: [{ image: 'v1' }] },
      status: { phase: 'Running', conditions: [{ type: 'Ready', status: ready }] },
    })
  const isAtRest = (deployment: Workload[], sets: Workload[], pods: Pod[]) => {
    const scene = openScene()
    for (const object of deployment) scene.hear('deployments', { type: 'ADDED', object })
    for (const object of sets) scene.hear('replicasets', { type: 'ADDED', object })
    for (const object of pods) scene.hear('pods', { type: 'ADDED', object })
    return atRest(scene)
  }
  const labels = { labels: { app: 'web' } }
  const set = workload('web-v1', 1, { ...owned('web'), ...labels })
  const deployment = workload('web', 1, {})

  test('when all that is told is true', () => {
    expect(isAtRest([deployment], [set], [pod('one', owned('web-v1'))])).toBe(true)
  })

  test.each<[string, Workload[], Workload[], Pod[]]>([
    ['a set has not made its Pod', [deployment], [set], []],
    ['a set tells of a Pod that is not ready', [deployment], [set], [pod('one', owned('web-v1'), 'False')]],
    ['a Deployment tells of fewer', [workload('web', 1, {}, 0)], [set], [pod('one', owned('web-v1'))]],
    ['an owner is gone', [], [set], [pod('one', owned('web-v1'))]],
    ['a Pod could be adopted', [deployment], [set], [pod('one', owned('web-v1')), pod('two', {})]],
    [
      'a Pod is to be let go',
      [deployment],
      [set],
      [pod('one', { ...owned('web-v1'), labels: { app: 'debug' } })],
    ],
  ])('not while %s', (_, deployments, sets, pods) => {
    expect(isAtRest(deployments, sets, pods)).toBe(false)
  })
})
