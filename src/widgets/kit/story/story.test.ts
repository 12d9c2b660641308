/** The stories of the model `namespaces`, as any widget tells them. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { randomFrom } from '#kit'
import { enabled, randomProgram, scenarios, type Action, type PidTale } from '#models/namespaces'
import { frameAt } from '../history.ts'
import { decode as decodeOn, encode } from './codec.ts'
import { namespacesStage } from './namespaces.ts'
import {
  act,
  askedAt,
  isRight,
  longest,
  open as openOn,
  ownMoves,
  tell,
  type Story as StoryOf,
} from './story.ts'

type Story = StoryOf<PidTale>

const stage = namespacesStage<PidTale>('example', scenarios)
const open = (id: string): Story => openOn(stage, id)
const decode = (text: string) => decodeOn(stage, text)

const ids = scenarios.map(({ id }) => id)

/** A scenario left at some instant for a program of the reader's own. */
const place = fc
  .record({
    id: fc.constantFrom(...ids),
    leave: fc.nat(20),
    seed: fc.nat(),
    length: fc.nat(12),
    now: fc.nat(200),
  })
  .map(({ id, leave, seed, length, now }) => {
    const told = open(id)
    const branched = randomProgram(randomFrom(seed), length).reduce<Story>(
      (story, action, i) =>
        act(story, i === 0 ? Math.min(leave, told.kept) : story.frames.length - 1, action),
      told,
    )
    return { story: branched, now: Math.min(now, branched.frames.length - 1) }
  })

/** A scenario up to an instant, where the reader takes over with a move that changes nothing. */
const tellAt = (id: string, now: number): Story =>
  act(open(id), now, { do: 'handle', by: 4021, signal: 'KILL' })

describe('codec', () => {
  test('every state has a link, and the link leads to that state', () => {
    fc.assert(
      fc.property(place, (at) => {
        expect(decode(encode(at))).toEqual(at)
      }),
    )
  })

  const repeat = (story: Story, times: number, action: Action): Story =>
    times === 0 ? story : repeat(act(story, story.frames.length - 1, action), times - 1, action)

  test('the longest link stays under 2 KB', () => {
    const wordy = repeat(tellAt('kill-one', 0), longest, { do: 'kill', by: 4021, pid: 99999, signal: 'KILL' })
    expect(encode({ story: wordy, now: longest }).length).toBeLessThan(2048)
  })

  test('a crowd that dies at the very end still has its link', () => {
    const crowd = repeat(tellAt('kill-one', 1), longest - 2, { do: 'fork', by: 4022, comm: 'sleep' })
    const story = act(crowd, crowd.frames.length - 1, { do: 'exit', by: 4022, status: 0 })
    const at = { story, now: story.frames.length - 1 }
    expect(ownMoves(story).length).toBeGreaterThan(longest)
    expect(encode(at).length).toBeLessThan(2048)
    expect(decode(encode(at))).toEqual(at)
  })

  test('whatever else stands in the address is no state, and never throws', () => {
    const letter = fc.constantFrom(...'fcuwxhkde.-0149%KILTERM&=#'.split(''))
    const rubbish = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(letter, { maxLength: 40 }).map((letters) => `orphan.3.2.${letters.join('')}`),
      fc.tuple(fc.constantFrom(...ids), fc.string()).map((parts) => parts.join('.')),
    )
    fc.assert(
      fc.property(rubbish, (text) => {
        const found = decode(text)
        if (found) expect(frameAt(found.story.frames, found.now)).toBe(found.story.frames[found.now])
      }),
      { numRuns: 3000 },
    )
  })

  test.each([
    ['', 'nothing'],
    ['orphan', 'no instant'],
    ['unknown.1', 'no such scenario'],
    ['orphan.x', 'an instant that is no number'],
    ['orphan.1.99', 'more kept than there is'],
    ['orphan.1.1.z4021', 'no such move'],
    ['orphan.1.1.k4021-1-NONE', 'no such signal'],
    ['orphan.1.1.x4021', 'an exit without a status'],
    ['orphan.1.1.d4021', 'a move of the system that the system would not make'],
    [`orphan.1.1${'.f4021'.repeat(2 * longest + 1)}`, 'too long'],
  ])('%j is refused: %s', (text) => {
    expect(decode(text)).toBeUndefined()
  })

  test('an instant past the end is the end', () => {
    expect(decode('orphan.9999')?.now).toBe(open('orphan').frames.length - 1)
  })
})

describe('story', () => {
  test('the reader takes over where they stand, and what would have followed gives way', () => {
    const story = act(open('orphan'), 2, { do: 'exit', by: 4022, status: 0 })
    expect(story.kept).toBe(2)
    expect(ownMoves(story)).toEqual([{ do: 'exit', by: 4022, status: 0 }])
  })

  test('after a move the system comes to rest', () => {
    const story = act(open('kill-one'), 4, { do: 'exit', by: 4022, status: 0 })
    expect(ownMoves(story).length).toBeGreaterThan(1)
    expect(enabled(frameAt(story.frames, story.frames.length).state)).toEqual([])
  })

  test('an author’s wrong scenario is an error that lists the right ones', () => {
    expect(tell(stage, 'nope')).toBeUndefined()
    expect(() => open('nope')).toThrow('example: expected a scenario (first-born, zombie')
  })
})

describe('questions', () => {
  test('stand until what they ask about has settled', () => {
    const story = open('kill-one')
    const asked = story.frames.map((_, now) => askedAt(story, now)?.question.id)
    expect(asked).toEqual([
      ...Array<undefined>(4).fill(undefined),
      'kill-from-inside',
      'kill-from-inside',
      ...Array<string>(8).fill('kill-from-above'),
      undefined,
    ])
  })

  test('are answered by the model, also after the reader has gone elsewhere', () => {
    const asked = askedAt(act(open('kill-one'), 9, { do: 'fork', by: 4021 }), 7)
    if (!asked) throw new Error('expected a question at 7')
    const right = Object.keys(asked.question.choices).filter((choice) =>
      isRight(open('kill-one'), asked, choice as PidTale['choice']),
    )
    expect(right).toEqual(['all-die'])
  })
})
