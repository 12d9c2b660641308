/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type * as kit from '#kit'
import { findProcess } from '../find.ts'
import { kinds, type Kind } from '../kinds.ts'
import type { NamespacesTale } from '../tale.ts'
import type { Action, State } from '../types.ts'
import { apart } from './seats.ts'

type ScenarioId = 'own-name' | 'children-only' | 'visit' | 'container' | 'pod' | 'no-rights'

type QuestionId =
  | 'which-differ'
  | 'where-is-child'
  | 'has-it-moved'
  | 'what-is-shared'
  | 'network-of-the-dead'
  | 'what-is-left'
  | 'whom-it-sees'
  | 'who-dies'
  | 'app-and-pause'
  | 'without-pause'
  | 'may-it'
  | 'may-it-so'
  | 'way-back'

type ChoiceId =
  | 'uts-alone'
  | 'all-eight'
  | 'none'
  | 'with-its-parent'
  | 'with-the-shell'
  | 'by-itself'
  | 'both'
  | 'neither'
  | 'time-alone'
  | 'net-alone'
  | 'all-three'
  | 'net-and-user'
  | 'goes-on'
  | 'back-outside'
  | 'dies-with-it'
  | 'user-and-time'
  | 'user-alone'
  | 'all-as-before'
  | 'insiders-alone'
  | 'insiders'
  | 'insiders-and-visitor'
  | 'first-alone'
  | 'those-entered'
  | 'all-of-pause'
  | 'may'
  | 'may-not'

export type SeesTale = NamespacesTale<{ scenario: ScenarioId; question: QuestionId; choice: ChoiceId }>

type Holds = kit.Holds<SeesTale>

const shell = 4021

const lives = (state: State, id: number): boolean => findProcess(state, id)?.life.is === 'running'

const apartIn =
  (one: number, other: number, ...expected: readonly Kind[]): Holds =>
  (after) =>
    apart(after, one, other).join() === kinds.filter((kind) => expected.includes(kind)).join()

const together =
  (one: number, other: number, ...expected: readonly Kind[]): Holds =>
  (after) => {
    const parted = apart(after, one, other)
    return kinds.filter((kind) => !parted.includes(kind)).join() === expected.join()
  }

const fails: Holds = (_, outcome) => outcome.is === 'error'
const succeeds: Holds = (_, outcome) => outcome.is === 'done'

const deadAre =
  (...dead: readonly number[]): Holds =>
  (after) =>
    [4022, 4023, 4024, 4025].every((id) => lives(after, id) !== dead.includes(id))

const unshare = (by: number, ...wanted: readonly Kind[]): Action => ({ do: 'unshare', by, kinds: wanted })
const clone = (by: number, comm: string, ...wanted: readonly Kind[]): Action => ({
  ...{ do: 'clone', by, comm },
  kinds: wanted,
})
const fork = (by: number, comm: string): Action => ({ do: 'fork', by, comm })
const setns = (by: number, pid: number, ...wanted: readonly Kind[]): Action => ({
  ...{ do: 'setns', by, pid },
  kinds: wanted,
})
const kill = (pid: number): Action => ({ do: 'kill', by: shell, pid, signal: 'KILL' })

export const scenarios: readonly kit.Scenario<SeesTale>[] = [
  {
    id: 'own-name',
    steps: [
      fork(shell, 'sh'),
      {
        ...unshare(4022, 'uts'),
        ask: {
          id: 'which-differ',
          choices: {
            'uts-alone': apartIn(4022, shell, 'uts'),
            'all-eight': apartIn(4022, shell, ...kinds),
            none: apartIn(4022, shell),
          },
        },
      },
      {
        ...fork(4022, 'sleep'),
        ask: {
          id: 'where-is-child',
          choices: {
            'with-the-shell': apartIn(4023, shell),
            'with-its-parent': apartIn(4023, 4022),
            'by-itself': (after) => [shell, 4022].every((id) => apart(after, 4023, id).includes('uts')),
          },
        },
      },
    ],
  },
  {
    id: 'children-only',
    steps: [
      fork(shell, 'sh'),
      {
        ...unshare(4022, 'pid', 'time'),
        ask: {
          id: 'has-it-moved',
          choices: {
            both: apartIn(4022, shell, 'pid', 'time'),
            'time-alone': apartIn(4022, shell, 'time'),
            neither: apartIn(4022, shell),
          },
        },
      },
      fork(4022, 'sleep'),
    ],
  },
  {
    id: 'visit',
    steps: [
      clone(shell, 'sh', 'mnt', 'uts', 'net'),
      fork(shell, 'nsenter'),
      {
        ...setns(4023, 4022, 'net'),
        ask: {
          id: 'what-is-shared',
          choices: {
            'all-three': apartIn(4023, 4022),
            'net-alone': apartIn(4023, 4022, 'mnt', 'uts'),
            'net-and-user': (after) => apart(after, 4023, shell).join() === 'user,net',
          },
        },
      },
      {
        ...kill(4022),
        ask: {
          id: 'network-of-the-dead',
          choices: {
            'back-outside': (after) => lives(after, 4023) && apart(after, 4023, shell).length === 0,
            'dies-with-it': (after) => !lives(after, 4023),
            'goes-on': (after) => lives(after, 4023) && apart(after, 4023, shell).includes('net'),
          },
        },
      },
    ],
  },
  {
    id: 'container',
    steps: [
      {
        ...clone(shell, 'sh', 'mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net'),
        ask: {
          id: 'what-is-left',
          choices: {
            none: together(4022, shell),
            'user-alone': together(4022, shell, 'user'),
            'user-and-time': together(4022, shell, 'user', 'time'),
          },
        },
      },
      fork(4022, 'sleep'),
      fork(shell, 'nsenter'),
      {
        ...setns(4024, 4022, 'pid'),
        ask: {
          id: 'whom-it-sees',
          choices: {
            'insiders-alone': (after) => findProcess(after, 4024)?.namespace === 1,
            'all-as-before': (after) => findProcess(after, 4024)?.namespace === 0,
          },
        },
      },
      fork(4024, 'ps'),
      {
        ...kill(4022),
        ask: {
          id: 'who-dies',
          choices: {
            'first-alone': deadAre(4022),
            insiders: deadAre(4022, 4023, 4025),
            'insiders-and-visitor': deadAre(4022, 4023, 4024, 4025),
          },
        },
      },
      { do: 'wait', by: 4024 },
    ],
  },
  {
    id: 'pod',
    steps: [
      clone(shell, 'pause', 'mnt', 'uts', 'ipc', 'pid', 'net'),
      fork(shell, 'runc'),
      setns(4023, 4022, 'uts', 'ipc', 'net'),
      unshare(4023, 'mnt', 'pid', 'cgroup'),
      {
        ...fork(4023, 'app'),
        ask: {
          id: 'app-and-pause',
          choices: {
            'all-of-pause': (after) => apart(after, 4024, 4022).length === 0,
            'those-entered': apartIn(4024, 4022, 'mnt', 'pid', 'cgroup'),
            none: apartIn(4024, 4022, 'mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net'),
          },
        },
      },
      {
        ...kill(4022),
        ask: {
          id: 'without-pause',
          choices: {
            'dies-with-it': (after) => !lives(after, 4024),
            'back-outside': (after) => lives(after, 4024) && !apart(after, 4024, shell).includes('net'),
            'goes-on': (after) => lives(after, 4024) && apart(after, 4024, shell).includes('net'),
          },
        },
      },
    ],
  },
  {
    id: 'no-rights',
    steps: [
      fork(shell, 'sh'),
      { do: 'drop', by: 4022 },
      { ...unshare(4022, 'net'), ask: { id: 'may-it', choices: { may: succeeds, 'may-not': fails } } },
      {
        ...unshare(4022, 'user', 'net'),
        ask: { id: 'may-it-so', choices: { may: succeeds, 'may-not': fails } },
      },
      {
        ...setns(4022, shell, 'net'),
        ask: { id: 'way-back', choices: { may: succeeds, 'may-not': fails } },
      },
    ],
  },
]
