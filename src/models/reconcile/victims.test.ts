import { describe, expect, test } from 'vitest'
import type { Pod } from './types.ts'
import { choicesOf } from './victims.ts'

const pod = (uid: number, more: Partial<Pod> = {}): Pod => ({
  ...{ uid, labels: { app: 'web' }, template: { image: 'v1' }, phase: 'ready', restarts: 0 },
  ...more,
})

describe('a set gives up first', () => {
  const pods = [
    pod(1),
    pod(2, { phase: 'backing-off' }),
    pod(3, { phase: 'backing-off', restarts: 2 }),
    pod(4, { phase: 'pending' }),
  ]

  test.each([
    [0, []],
    [1, [4]],
    [2, [3, 4]],
    [3, [2, 3, 4]],
    [4, [1, 2, 3, 4]],
  ])('%i Pods: those that wait, were restarted most, are not ready', (count, expected) => {
    expect(choicesOf(pods, count).map((uids) => uids.toSorted())).toEqual([expected])
  })

  test('nobody, where there are too few', () => {
    expect(choicesOf(pods, -1)).toEqual([[]])
  })
})

test('of equal Pods it is one choice, the youngest; of others each is one', () => {
  expect(choicesOf([pod(1), pod(2), pod(3)], 2)).toEqual([[2, 3]])
  const stranger = pod(3, { template: { image: 'other' } })
  expect(choicesOf([pod(1), pod(2), stranger], 1)).toEqual(expect.arrayContaining([[2], [3]]))
  expect(choicesOf([pod(1), pod(2), stranger], 1)).toHaveLength(2)
})

test('when a container starts again tells two Pods apart too', () => {
  const soon = pod(1, { phase: 'backing-off', startsAt: 10 })
  expect(choicesOf([soon, { ...soon, uid: 2, startsAt: 20 }], 1)).toEqual([[1], [2]])
})
