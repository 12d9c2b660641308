import { describe, expect, test } from 'vitest'
import { allNames, isAlive, scenarios, type Holder, type State } from '#models/kept-namespaces'
import { act, decode, encode, frameAt, longest, open } from '#widgets/kit'
import { rightAnswers } from '#widgets/kit/story/story-widget.fixture.tsx'
import { actorAt, livingAt, releaseOf, rowsAt, stage } from './story.ts'

const lastOf = (id: string) => open(stage, id).frames.length - 1
const stateAt = (id: string, now: number): State => frameAt(open(stage, id).frames, now).state

describe('scenarios', () => {
  test.each(scenarios)('$id: every move succeeds, and in the end nothing is left', ({ id }) => {
    for (const { made } of open(stage, id).frames)
      expect(made?.outcome.is ?? '').not.toMatch(/no-actor|left-out|error/)
    const { processes, ...rest } = stateAt(id, lastOf(id))
    expect(allNames(processes).filter((name) => isAlive({ processes, ...rest }, name))).toEqual([])
  })

  test('the right answers', () => {
    expect(rightAnswers(stage)).toEqual({
      'first-leaves': 'still-there',
      'second-leaves': 'gone',
      'dead-not-reaped': 'pid-stays',
      'mount-without-members': 'still-there',
      'unmounted-under-a-visitor': 'still-there',
      'closed-but-inherited': 'still-there',
      'owner-without-members': 'both-stay',
      'outer-without-members': 'both-stay',
      'unmounted-here': 'still-there',
    })
  })

  test('each has its link, with moves of the reader’s own too', () => {
    for (const { id } of scenarios) {
      const story = act(open(stage, id), 1, { do: 'bind', by: 4021, pid: 4022, kind: 'net' })
      const place = { story, now: 2 }
      expect(decode(stage, encode(place))).toEqual(place)
    }
  })

  test('the longest link stays under 2 KB', () => {
    let story = act(open(stage, 'mount'), 0, { do: 'open', by: 4021, pid: 4021, kind: 'cgroup' })
    while (story.frames.length <= longest)
      story = act(story, story.frames.length - 1, { do: 'bind', by: 4021, pid: 4021, kind: 'cgroup' })
    expect(encode({ story, now: longest }).length).toBeLessThan(2048)
  })
})

describe('a holder that is pressed', () => {
  const shownIn = (id: string, now: number, by: Holder['by']) => {
    const holders = rowsAt(open(stage, id), now).flatMap((row) => row.holders.map(({ holder }) => holder))
    const holder = holders.find((one) => one.by === by)
    if (!holder) throw new Error(`no ${by} in ${id} at ${now}`)
    return releaseOf(stateAt(id, now), holder)
  }

  test.each([
    ['last-member', 1, 'process', { do: 'kill', by: 4021, pid: 4022, signal: 'KILL' }],
    ['zombie', 3, 'process', { do: 'wait', by: 4021 }],
    ['mount', 2, 'mount', { do: 'umount', by: 4021, at: 1 }],
    ['descriptor', 2, 'file', { do: 'close', by: 4021, fd: 3 }],
    ['owner', 1, 'owned', undefined],
    ['nested', 2, 'child', undefined],
  ] as const)('%s at %i: %s', (id, now, by, action) => expect(shownIn(id, now, by)).toEqual(action))

  test('a mount is taken away by someone who sees it', () => {
    const table = { kind: 'mnt', place: 1 } as const
    const state = stateAt('copied-table', 3)
    expect(releaseOf(state, { by: 'mount', at: 1, in: table })).toEqual({ do: 'umount', by: 4023, at: 1 })
  })

  test('taken one by one, whatever the story, all of them let go', () => {
    for (const { id } of scenarios)
      for (const start of open(stage, id).frames.keys()) {
        let story = open(stage, id)
        let now = start
        for (let left = 40; left > 0; left--) {
          const { state } = frameAt(story.frames, now)
          const pressed = rowsAt(story, now)
            .flatMap(({ holders }) => holders)
            .map(({ holder }) => releaseOf(state, holder))
            .find((action) => action !== undefined)
          if (!pressed) break
          story = act(story, now, pressed)
          now = story.frames.length - 1
        }
        expect(
          livingAt(story, now, ({ kind }) => kind),
          `${id} from ${start}`,
        ).toEqual([])
      }
  })
})

test('what is new is marked at its instant, and what ended at its own', () => {
  const story = open(stage, 'last-member')
  expect(rowsAt(story, 0)).toEqual([])
  expect(rowsAt(story, 2)[0]?.holders.map(({ isNew }) => isNew)).toEqual([false, true])
  const ended = rowsAt(story, lastOf('last-member'))[0]
  expect([ended?.holders, ended?.justEnded]).toEqual([[], true])
})

test('the machine’s process 1 acts only where nobody else can', () => {
  expect(actorAt(stateAt('mount', 1))?.id).toBe(4021)
  const alone = act(open(stage, 'mount'), 0, { do: 'exit', by: 4021, status: 0 })
  expect(actorAt(frameAt(alone.frames, 1).state)?.id).toBe(1)
})
