import { expect, test } from 'vitest'
import { scenarios, twinOf, versionOf, type TreeTale } from '#models/cgroups'
import { frameAt, open } from '#widgets/kit'
import { followedAtOnce } from '#widgets/kit/story/story-widget.fixture.tsx'
import { stage } from './stage.ts'

const answers = (id: TreeTale['scenario']): readonly string[] =>
  open(stage, id).frames.flatMap(({ made }) =>
    made ? [made.outcome.is === 'error' ? made.outcome.errno : made.outcome.is] : [],
  )

// What conformance has seen kernels answer to each of these moves.
test.each([
  ['files', ['done', 'ENOENT', 'done', 'text', 'ENOENT', 'ERANGE', 'done']],
  ['inside', ['done', 'done', 'done', 'done', 'EBUSY', 'done', 'done', 'EBUSY']],
  ['limits', Array.from({ length: 10 }, () => 'done')],
  [
    'limits-v1',
    [
      ...['done', 'done', 'done', 'done', 'done', 'ENOSPC', 'done', 'done', 'done', 'done', 'EACCES'],
      ...['done', 'done', 'done', 'EINVAL'],
    ],
  ],
  ['pids', ['done', 'done', 'done', 'done', 'done', 'done', 'EAGAIN', 'done', 'done']],
  ['pids-v1', ['done', 'done', 'done', 'done', 'EAGAIN', 'done']],
  ['delegate', ['done', 'done', 'done', 'done', 'EACCES', 'done', 'done', 'done', 'done', 'EACCES']],
  ['delegate-v1', ['done', 'done', 'done', 'done', 'done', 'EACCES']],
  ['many-trees', ['done', 'done', 'done', 'done', 'done', 'done', 'EBUSY']],
  ['freeze', Array.from({ length: 9 }, () => 'done')],
  ['depth', ['done', 'done', 'done', 'EAGAIN', 'done', 'EAGAIN', 'EBUSY', 'done', 'done']],
  [
    'threads',
    ['done', 'done', 'done', 'done', 'done', 'text', 'EOPNOTSUPP', 'done', 'done', 'EOPNOTSUPP', 'text'],
  ],
  ['free', []],
  ['free-v1', []],
] as const)('%s: %j', (id, expected) => {
  expect(answers(id)).toEqual(expected)
})

test('no question follows another at once: its answer would never be seen', () => {
  expect(followedAtOnce(stage)).toEqual([])
})

test('the switch leads to the other generation, and from a pair back', () => {
  for (const { id } of scenarios) expect(versionOf(twinOf(id))).not.toBe(versionOf(id))
  expect(twinOf(twinOf('limits'))).toBe('limits')
})

test('a story stays on its own machine', () => {
  for (const { id } of scenarios)
    for (const { made } of open(stage, id).frames) if (made) expect(made.move.on).toBe(versionOf(id))
})

test('what is not offered is not asked of the model', () => {
  const { state } = frameAt(open(stage, 'free').frames, 0)
  const made = stage.step(state, { on: 'v2', do: 'mkdir', by: 'root', at: '/A b' })
  expect(made.outcome.is).toBe('left-out')
  expect(made.state).toBe(state)
})
