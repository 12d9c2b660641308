import { describe, expect, test } from 'vitest'
import { init, plainKinds, settle, step, type Action, type State } from '#models/namespaces'
import { apart, scenarios, seatsOf } from '#models/namespaces/seats'
import { open } from '#widgets/kit'
import { rightAnswers } from '#widgets/kit/story/story-widget.fixture.tsx'
import { letterOf } from './letter-of.ts'
import { elsewhereAt, rowsAt, stage } from './story.ts'

const after = (...actions: readonly Action[]): State =>
  actions.reduce((state, action) => settle(step(state, action).state), init())

const fork: Action = { do: 'fork', by: 4021, comm: 'sh' }

describe('scenarios', () => {
  test.each(scenarios)('$id: the model leaves out nothing that is done', ({ id }) => {
    for (const { made } of open(stage, id).frames)
      expect(made?.outcome.is ?? '').not.toMatch(/no-actor|left-out/)
  })

  test('the right answers', () => {
    expect(rightAnswers(stage)).toEqual({
      'which-differ': 'uts-alone',
      'where-is-child': 'with-its-parent',
      'has-it-moved': 'neither',
      'what-is-shared': 'net-alone',
      'network-of-the-dead': 'goes-on',
      'what-is-left': 'user-and-time',
      'whom-it-sees': 'all-as-before',
      'who-dies': 'insiders',
      'app-and-pause': 'those-entered',
      'without-pause': 'goes-on',
      'may-it': 'may-not',
      'may-it-so': 'may',
      'way-back': 'may-not',
    })
  })

  test('the first one is the shortest', () => {
    const sizes = scenarios.map(({ steps }) => steps.length)
    expect(sizes[0]).toBe(Math.min(...sizes))
  })
})

describe('seats', () => {
  test('an unshared kind is a place of its own, and the change is marked once', () => {
    const before = after(fork)
    const now = after(fork, { do: 'unshare', by: 4022, kinds: ['net', 'uts'] })
    const seats = seatsOf(now, before, now.processes[2]!)
    expect(seats.filter(({ place }) => place !== 0).map(({ kind }) => kind)).toEqual(['uts', 'net'])
    expect(seats.filter(({ changed }) => changed).map(({ kind }) => kind)).toEqual(['uts', 'net'])
    expect(seatsOf(now, now, now.processes[2]!).some(({ changed }) => changed)).toBe(false)
  })

  test('of PID and time, only the children go', () => {
    const now = after(fork, { do: 'unshare', by: 4022, kinds: ['pid', 'time'] })
    const seats = seatsOf(now, now, now.processes[2]!)
    expect(seats.flatMap(({ kind, place, children }) => (children ? [[kind, place, children]] : []))).toEqual(
      [
        ['pid', 0, 1],
        ['time', 0, 1],
      ],
    )
  })

  test('the dead keep number and user, and are nobody’s company', () => {
    const now = after(fork, { do: 'exit', by: 4022, status: 0 })
    const dead = now.processes.find(({ id }) => id === 4022)!
    expect(seatsOf(now, now, dead).flatMap(({ kind, place }) => (place === undefined ? [] : [kind]))).toEqual(
      ['user', 'pid'],
    )
    const [bash] = now.processes.filter(({ id }) => id === 4021)
    expect(seatsOf(now, now, bash!).flatMap(({ company }) => company.map(({ id }) => id))).not.toContain(4022)
  })

  test('apart in nothing, in one, in all that can be entered by birth', () => {
    expect(apart(after(fork), 4021, 4022)).toEqual([])
    expect(apart(after({ ...fork, do: 'clone', kinds: ['ipc'] }), 4021, 4022)).toEqual(['ipc'])
    const six = plainKinds.filter((kind) => kind !== 'time')
    const all = after({ ...fork, do: 'clone', kinds: ['user', 'pid', ...six] })
    expect(apart(all, 4021, 4022)).toEqual(['user', 'mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net'])
  })

  test('letters, and Greek for users', () => {
    expect([letterOf('net', 1), letterOf('pid', 2), letterOf('user', 1)]).toEqual(['A', 'B', 'α'])
  })
})

test('rows are all there have been; the dead stay, once gone without seats', () => {
  const rows = rowsAt(open(stage, 'container'), 99)
  expect(rows.map(({ process, life }) => `${process.comm} ${life}`)).toEqual([
    'systemd running',
    'bash running',
    'sh zombie',
    'sleep gone',
    'nsenter running',
    'ps gone',
  ])
  expect(rows[3]?.seats).toEqual([])
})

test('the story without a script names who is elsewhere, and where', () => {
  const lines = elsewhereAt(open(stage, 'own-name'), 3, (kind, place) => letterOf(kind, place) + kind)
  expect(lines).toEqual(['`bash 4021`', '`sh 4022`: Auts', '`sleep 4023`: Auts'])
})
