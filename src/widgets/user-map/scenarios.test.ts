import { describe, expect, test } from 'vitest'
import { idsOf } from '#models/namespaces'
import {
  actors,
  alpha,
  bash,
  beta,
  sh,
  spansOf,
  sudo,
  wayOut,
  worthOf,
  type UserTale,
} from '#models/namespaces/host'
import { act, frameAt, open, type Story } from '#widgets/kit'
import { followedAtOnce } from '#widgets/kit/story/story-widget.fixture.tsx'
import { stateAt } from './draft.ts'
import { stage } from './stage.ts'

const answers = (id: UserTale['scenario']): readonly string[] =>
  open(stage, id).frames.flatMap(({ made }) =>
    made ? [made.outcome.is === 'error' ? made.outcome.errno : made.outcome.is] : [],
  )

const endOf = (id: UserTale['scenario']) => {
  const story = open(stage, id)
  return stateAt(story, story.frames.length - 1)
}

test('on this host an ordinary user has a shell, root another, and what is started inside is nobody yet', () => {
  const state = stage.init()
  expect(actors(state).map(({ comm, capable }) => [comm, capable])).toEqual([
    ['sudo', true],
    ['bash', false],
    ['sh', true],
  ])
  expect(actors(state).map((process) => idsOf(state, process)[0])).toEqual([5000, 5000, 65534])
})

// What root.transcript and conformance have seen the kernel answer.
test.each([
  ['own', ['done', 'EPERM']],
  ['more', ['EPERM', 'EPERM', 'done']],
  ['groups', ['EPERM', 'done', 'done', 'EPERM']],
  ['range', ['EPERM', 'done', 'done']],
  ['overlap', ['EINVAL', 'EINVAL', 'done']],
  ['nested', ['done', 'done', 'pid', 'EPERM', 'done', 'done']],
  ['worth', ['done', 'done', 'done', 'done', 'done', 'EPERM', 'done']],
  ['zero', ['EPERM', 'done', 'done']],
  ['free', []],
] as const)('%s: %j', (id, expected) => {
  expect(answers(id)).toEqual(expected)
})

test('no question follows another at once: its answer would never be seen', () => {
  expect(followedAtOnce(stage)).toEqual([])
})

describe('whose a number is', () => {
  test('33 of a range is the 10033 that root.transcript has seen', () => {
    expect(wayOut(endOf('range'), alpha, 'uid', 33)).toEqual({
      leads: 'to-host',
      id: 10033,
      legs: [{ user: alpha, line: [0, 10000, 1000], from: 33, to: 10033 }],
    })
  })

  test('two maps are read one after the other', () => {
    const way = wayOut(endOf('nested'), beta, 'uid', 7)
    expect([way.leads, ...way.legs.map(({ to }) => to)]).toEqual(['to-host', 107, 10106])
  })

  test('a number without a line is nobody', () => {
    expect(wayOut(endOf('range'), alpha, 'uid', 1000)).toMatchObject({
      leads: 'nowhere',
      user: alpha,
      id: 1000,
    })
  })

  test('the host’s numbers, cut where their names change', () => {
    expect(
      spansOf(endOf('nested'), 'uid').map(({ first, count, inside }) => [first, count, ...inside]),
    ).toEqual([
      [0, 1, undefined, undefined],
      [1, 4999, undefined, undefined],
      [5000, 1, 0, undefined],
      [5001, 4999, undefined, undefined],
      [10000, 99, 1, undefined],
      [10099, 50, 100, 0],
      [10149, 850, 150, undefined],
      [10999, 4294956296, undefined, undefined],
    ])
  })
})

describe('what a capability counts for', () => {
  const rowOf = (id: UserTale['scenario'], pid: number) => {
    const found = worthOf(endOf(id)).find(({ process }) => process.id === pid)
    return [...(found?.over.map(({ counts }) => counts) ?? []), found?.overShadow]
  }

  test('inside for what is inside, never for the host’s', () => {
    expect(rowOf('own', sh)).toEqual([false, true, false])
  })

  test('who made a namespace is capable of it from outside, without any capability at home', () => {
    expect(rowOf('own', bash)).toEqual([false, true, false])
    expect(rowOf('nested', bash)).toEqual([false, true, true, false])
  })

  test('a file of others counts once its owner and its group have numbers inside', () => {
    const story = open(stage, 'zero')
    const seen = [2, 3].map((now) => worthOf(stateAt(story, now)).find(({ process }) => process.id === sh))
    expect(seen.map((row) => row?.overShadow)).toEqual([false, true])
  })
})

test('root’s own children are left out, and so is process 1 of the model', () => {
  const tried = (move: UserTale['move']): Story<UserTale> => act(open(stage, 'free'), 0, move)
  for (const move of [
    { do: 'clone', by: sudo, comm: 'dash', kinds: ['user'] },
    { do: 'drop', by: sudo },
    { do: 'exit', by: 1, status: 0 },
  ] as const)
    expect(frameAt(tried(move).frames, 1).made?.outcome).toEqual({ is: 'left-out' })
})
