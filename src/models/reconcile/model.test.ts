import { explore } from '#kit'
import { describe, expect, test } from 'vitest'
import { consider, enabled, init, invariants, keyOf, leastReady, observe, readyOf, step } from './index.ts'
import type { Action, Move, State, Strategy } from './types.ts'

const rolling: Strategy = { type: 'RollingUpdate', maxSurge: '25%', maxUnavailable: '25%' }
const create = (more: Partial<Extract<Action, { do: 'create' }>> = {}): Action => ({
  ...{ do: 'create', name: 'web', replicas: 3, image: 'v1', strategy: rolling },
  ...more,
})

/** Every state that may be seen after the actions, each settled before the next. */
function play(...actions: Action[]) {
  let settled: readonly State[] = [init()]
  let seen: State[] = []
  for (const action of actions) {
    seen = []
    const ends = new Map<string, State>()
    for (const state of settled) {
      const explored = explore(
        step(state, action).state,
        { enabled, step },
        { states: 20_000, depth: 200 },
        keyOf,
      )
      expect(explored.complete).toBe(true)
      seen.push(...explored.admissible.values())
      for (const [key, end] of explored.settled) ends.set(key, end)
    }
    settled = [...ends.values()]
  }
  return { seen, settled, end: settled[0]! }
}

const sizes = (state: State) =>
  Object.fromEntries(observe(state).sets.map(({ name, replicas, ready }) => [name, `${ready}/${replicas}`]))
const scale = (replicas: number): Action => ({ do: 'scale', name: 'web', replicas })
const image = (name: string): Action => ({ do: 'set-image', name: 'web', image: name })

test('a Deployment ends as one set with its Pods ready, whatever the order of turns', () => {
  const { settled } = play(create())
  expect(settled).toHaveLength(1)
  expect(observe(settled[0]!)).toMatchObject({
    sets: [{ name: 'web-v1', owner: 'web', replicas: 3, ready: 3 }],
    pods: [{ owner: 'web-v1', image: 'v1', phase: 'ready', count: 3 }],
  })
})

describe('rolling update', () => {
  test.each([
    ['25%', '25%'],
    [1, 0],
    [0, 1],
    ['100%', 0],
    [2, 2],
    ['1%', '1%'],
  ])(
    'with surge %s and unavailable %s it ends whole, and never has more than it may',
    (maxSurge, maxUnavailable) => {
      const strategy: Strategy = { type: 'RollingUpdate', maxSurge, maxUnavailable } as Strategy
      const { settled, seen } = play(create({ strategy }), image('v2'))
      expect(settled.map(sizes)).toEqual([{ 'web-v1': '0/0', 'web-v2': '3/3' }])
      expect(seen.flatMap(invariants)).toEqual([])
    },
  )

  test('enough are available as long as each set tells its number before the Deployment’s next turn', () => {
    // The set's controller is the quicker one; with it asleep the Deployment would count Pods that are gone already.
    const patient = (state: State) => {
      const turns = enabled(state)
      const sets = turns.filter((turn) => turn.do === 'replicaset-controller')
      return sets.length > 0 ? sets : turns
    }
    const start = step(play(create()).end, image('v2')).state
    const { admissible, complete } = explore(
      start,
      { enabled: patient, step },
      { states: 20_000, depth: 200 },
      keyOf,
    )
    expect(complete).toBe(true)
    for (const state of admissible.values()) {
      const deployment = state.deployments[0]!
      expect(readyOf(state, deployment)).toBeGreaterThanOrEqual(leastReady(deployment))
    }
  })

  test('a template that never gets ready stops it with the old Pods in place', () => {
    const { end } = play(create(), image('broken'))
    expect(sizes(end)).toEqual({ 'web-v1': '3/3', 'web-broken': '0/1' })
    const reasons = consider(end).flatMap((each) => each.step.trace.map(({ rule }) => rule))
    expect(reasons).toEqual(expect.arrayContaining(['reconcile/surge-spent', 'reconcile/keep-available']))
    // The way back is another update.
    expect(sizes(play(create(), image('broken'), image('v1')).end)).toEqual({
      'web-v1': '3/3',
      'web-broken': '0/0',
    })
  })
})

test('Recreate: none of the new before the last of the old is gone', () => {
  const { seen, end } = play(create({ strategy: { type: 'Recreate' } }), image('v2'))
  for (const { pods } of seen)
    expect(new Set(pods.map(({ template }) => template.image)).size).toBeLessThan(2)
  expect(sizes(end)).toEqual({ 'web-v1': '0/0', 'web-v2': '3/3' })
})

test('scaling in the middle of an update is shared among the sets', () => {
  // Of 4 and one of surge, 3 old and 2 new; of 8 and two of surge, twice as many each.
  const { end } = play(create({ replicas: 4 }), image('broken'), scale(8))
  expect(sizes(end)).toEqual({ 'web-v1': '6/6', 'web-broken': '0/4' })
})

test('a paused Deployment scales, and keeps its template', () => {
  const { end } = play(create(), { do: 'pause', name: 'web' }, image('v2'), scale(5))
  expect(sizes(end)).toEqual({ 'web-v1': '5/5' })
  expect(
    sizes(play(create(), { do: 'pause', name: 'web' }, image('v2'), { do: 'resume', name: 'web' }).end),
  ).toEqual({
    'web-v1': '0/0',
    'web-v2': '3/3',
  })
})

describe('labels', () => {
  const one = play(create()).end.pods[0]!.uid
  const away: Action = { do: 'relabel-pod', pod: one, labels: { app: 'debug' } }
  const back: Action = { do: 'relabel-pod', pod: one, labels: { app: 'web', 'pod-template-hash': 'v1' } }

  test('a Pod that is relabelled is let go and replaced', () => {
    const { end } = play(create(), away)
    expect(end.pods).toHaveLength(4)
    expect(end.pods.find(({ uid }) => uid === one)?.owner).toBe(undefined)
  })

  test('when it comes back it is adopted, and one too many goes', () => {
    expect(play(create(), away, back).end.pods).toHaveLength(3)
  })

  test('a bare Pod with a set’s labels is adopted; which one then goes is open', () => {
    const stranger: Action = {
      do: 'create-pod',
      labels: { app: 'web', 'pod-template-hash': 'v1' },
      image: 'other',
    }
    const images = play(create(), stranger).settled.map(({ pods }) =>
      pods.map(({ template }) => template.image),
    )
    expect(images.map((each) => each.toSorted().join(' ')).toSorted()).toEqual(['other v1 v1', 'v1 v1 v1'])
  })
})

describe('deletion', () => {
  const remove = (propagation: 'Background' | 'Foreground' | 'Orphan'): Action => ({
    ...{ do: 'delete', name: 'web', propagation },
  })

  test.each(['Background', 'Foreground'] as const)('%s takes everything with it', (propagation) => {
    const { end, seen } = play(create(), remove(propagation))
    expect(end).toMatchObject({ deployments: [], sets: [], pods: [] })
    const early = seen.some(({ deployments, pods }) => deployments.length === 0 && pods.length > 0)
    expect(early).toBe(propagation === 'Background')
  })

  test('Orphan leaves the sets, and a Deployment of that name takes them over', () => {
    const { end } = play(create(), remove('Orphan'))
    expect(observe(end)).toMatchObject({ deployments: [], sets: [{ ready: 3 }] })
    expect(end.sets[0]).not.toHaveProperty('owner')
    const again = play(create(), remove('Orphan'), create({ replicas: 2 })).end
    expect(again.sets).toHaveLength(1)
    expect(observe(again).sets).toMatchObject([{ owner: 'web', replicas: 2, ready: 2 }])
  })
})

test('a container that ends is started again ever later', () => {
  const start = play(create({ replicas: 1, image: 'broken' })).end
  const waits = [0, 1, 2, 3, 4, 5].reduce<{ state: State; waits: number[] }>(
    ({ state, waits }) => {
      const [pod] = state.pods
      const seconds = (pod?.startsAt ?? 0) - state.now
      const later = step(state, { do: 'wait', seconds }).state
      const [turn] = enabled(later)
      return { state: step(later, turn as Move).state, waits: [...waits, seconds] }
    },
    { state: start, waits: [] },
  ).waits
  expect(waits).toEqual([10, 20, 40, 80, 160, 300])
})

test.each<[Action[], string]>([
  [[scale(1)], 'NotFound'],
  [[create(), create()], 'AlreadyExists'],
  [[create(), create({ replicas: -1 })], 'Invalid'],
  [[create({ replicas: -1 })], 'Invalid'],
  [[create(), scale(-1)], 'Invalid'],
  [[create({ strategy: { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: '0%' } })], 'Invalid'],
])('%j is refused: %s', (actions, is) => {
  const before = play(...actions.slice(0, -1)).end ?? init()
  const after = step(before, actions.at(-1)!)
  expect(after.outcome).toEqual({ is })
  expect(after.state).toBe(before)
})
