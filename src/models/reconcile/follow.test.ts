import { describe, expect, test } from 'vitest'
import { follow, init, observe, perform, randomCase, type Deed, type State, type Strategy } from './index.ts'

const rolling: Strategy = { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 }
const create = { do: 'create', name: 'web', replicas: 2, image: 'v1', strategy: rolling } as const
const all: Deed = { do: 'tend-all' }

const play = (...deeds: Deed[]): State =>
  deeds.reduce((state, deed) => {
    const [end, second] = follow(state, deed).ends
    expect(second).toBeUndefined()
    return end ?? state
  }, init())

describe('what follows from a deed', () => {
  test('while the kubelet sleeps, Pods stay as they are', () => {
    const { ends, rules } = follow(init(), create)
    expect(ends.map(({ pods }) => pods.map(({ phase }) => phase))).toEqual([['pending', 'pending']])
    expect(rules).toEqual(['reconcile/accepted', 'reconcile/new-set', 'reconcile/make-pods'])
  })

  test('one turn of the kubelet moves an update one step on', () => {
    const state = play(create, all, { do: 'set-image', name: 'web', image: 'v2' })
    expect(observe(state).sets).toMatchObject([{ replicas: 2 }, { replicas: 1, ready: 0 }])
    const pod = observe(state).pods.find(({ phase }) => phase === 'pending')
    if (!pod) throw new Error('expected a Pod that starts')
    const { count: _, ...kind } = pod
    const { ends, rules, way } = follow(state, { do: 'tend', pod: kind })
    expect(ends.map((end) => observe(end).sets)).toMatchObject([[{ replicas: 1 }, { replicas: 2, ready: 1 }]])
    expect(rules).toEqual(expect.arrayContaining(['reconcile/shrink-old', 'reconcile/grow-new']))
    expect(way).toEqual({ most: 3, least: 2 })
  })

  test('a rule that some orders do without has not spoken', () => {
    // In some orders the set tells of both new Pods at once, in others of one after the other.
    const { ends, rules } = follow(play(create, all, { do: 'set-image', name: 'web', image: 'v2' }), all)
    expect(ends).toHaveLength(1)
    expect(rules).toContain('reconcile/shrink-old')
    expect(rules).not.toContain('reconcile/surge-spent')
  })

  test('it has spoken where it says why all rests', () => {
    const { rules } = follow(play(create, all), { do: 'set-image', name: 'web', image: 'broken' })
    expect(rules).toEqual(expect.arrayContaining(['reconcile/surge-spent', 'reconcile/keep-available']))
  })

  test('what is brought back where nothing was wanted gets its share of what the Deployment tells of', () => {
    const four: Deed = {
      ...create,
      replicas: 4,
      strategy: { ...rolling, maxSurge: '25%', maxUnavailable: '25%' },
    }
    const scale = (replicas: number): Deed => ({ do: 'scale', name: 'web', replicas })
    const state = play(four, all, { do: 'set-image', name: 'web', image: 'broken' }, scale(0), scale(5))
    const { ends } = follow(state, { do: 'scale-set', set: 'web-v1', replicas: 3 })
    // 3 of 5 are 4 of 7; from 5 go what is over.
    expect(ends.map((end) => observe(end).sets.map(({ replicas }) => replicas))).toContainEqual([3, 4])
  })

  test('a deed for a Pod that is not there finds none', () => {
    const nobody = { labels: { app: 'debug' }, image: 'v1', phase: 'ready' } as const
    expect(perform(init(), { do: 'delete-pod', pod: nobody }).outcome).toEqual({ is: 'NotFound' })
    expect(perform(init(), { do: 'tend', pod: nobody }).outcome).toEqual({ is: 'no-turn' })
  })

  test('too many orders are said to be too many', () => {
    const state = play(create, all, { do: 'set-image', name: 'web', image: 'v2' })
    expect(follow(state, all, 10).complete).toBe(false)
  })
})

test('the same seed makes the same program, and all of it can be followed', () => {
  for (const seed of [1, 2, 3]) {
    const { actions } = randomCase(seed)
    expect(randomCase(seed).actions).toEqual(actions)
    expect(actions[0]?.do).toBe('create')
  }
})
