/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type { Scenario, TaleOf } from '#kit'
import type { Kind } from '#models/namespaces'
import { isAlive } from './holders.ts'
import type { Reason } from './rules.ts'
import type { Action, Move, Name, Outcome, State } from './types.ts'

type ScenarioId = 'last-member' | 'zombie' | 'mount' | 'descriptor' | 'owner' | 'nested' | 'copied-table'

type QuestionId =
  | 'first-leaves'
  | 'second-leaves'
  | 'dead-not-reaped'
  | 'mount-without-members'
  | 'unmounted-under-a-visitor'
  | 'closed-but-inherited'
  | 'owner-without-members'
  | 'outer-without-members'
  | 'unmounted-here'

type ChoiceId = 'still-there' | 'gone' | 'both-gone' | 'pid-stays' | 'both-stay' | 'user-gone' | 'outer-gone'

export type KeptTale = TaleOf<
  State,
  Move,
  Outcome,
  Reason,
  { scenario: ScenarioId; question: QuestionId; choice: ChoiceId }
>

const shell = 4021

const name = (kind: Kind, place = 1): Name => ({ kind, place })

/** These live on, and those do not. */
const so =
  (there: readonly Name[], gone: readonly Name[]) =>
  (after: State): boolean =>
    there.every((one) => isAlive(after, one)) && !gone.some((one) => isAlive(after, one))

const stays = (one: Name) => ({ 'still-there': so([one], []), gone: so([], [one]) })

const clone = (by: number, comm: string, ...kinds: readonly Kind[]): Action => ({
  do: 'clone',
  by,
  comm,
  kinds,
})
const fork = (by: number, comm: string): Action => ({ do: 'fork', by, comm })
const kill = (pid: number): Action => ({ do: 'kill', by: shell, pid, signal: 'KILL' })
const wait: Action = { do: 'wait', by: shell }

export const scenarios: readonly Scenario<KeptTale>[] = [
  {
    id: 'last-member',
    steps: [
      clone(shell, 'sh', 'net'),
      fork(4022, 'sleep'),
      { ...kill(4022), ask: { id: 'first-leaves', choices: stays(name('net')) } },
      { ...kill(4023), ask: { id: 'second-leaves', choices: stays(name('net')) } },
    ],
  },
  {
    id: 'zombie',
    steps: [
      clone(shell, 'sh', 'pid', 'net'),
      {
        ...kill(4022),
        ask: {
          id: 'dead-not-reaped',
          choices: {
            'both-gone': so([], [name('pid'), name('net')]),
            'pid-stays': so([name('pid')], [name('net')]),
            'both-stay': so([name('pid'), name('net')], []),
          },
        },
      },
      wait,
    ],
  },
  {
    id: 'mount',
    steps: [
      clone(shell, 'sh', 'uts'),
      { do: 'bind', by: shell, pid: 4022, kind: 'uts' },
      { ...kill(4022), ask: { id: 'mount-without-members', choices: stays(name('uts')) } },
      wait,
      fork(shell, 'nsenter'),
      { do: 'enter', by: 4023, at: 1 },
      {
        ...{ do: 'umount', by: shell, at: 1 },
        ask: { id: 'unmounted-under-a-visitor', choices: stays(name('uts')) },
      },
      { do: 'exit', by: 4023, status: 0 },
    ],
  },
  {
    id: 'descriptor',
    steps: [
      clone(shell, 'sh', 'net'),
      { do: 'open', by: shell, pid: 4022, kind: 'net' },
      kill(4022),
      wait,
      fork(shell, 'sleep'),
      {
        ...{ do: 'close', by: shell, fd: 3 },
        ask: { id: 'closed-but-inherited', choices: stays(name('net')) },
      },
      kill(4023),
    ],
  },
  {
    id: 'owner',
    steps: [
      clone(shell, 'sh', 'user', 'net'),
      { do: 'bind', by: shell, pid: 4022, kind: 'net' },
      kill(4022),
      {
        ...wait,
        ask: {
          id: 'owner-without-members',
          choices: {
            'both-gone': so([], [name('user'), name('net')]),
            'user-gone': so([name('net')], [name('user')]),
            'both-stay': so([name('user'), name('net')], []),
          },
        },
      },
      { do: 'umount', by: shell, at: 1 },
    ],
  },
  {
    id: 'nested',
    steps: [
      clone(shell, 'sh', 'pid'),
      clone(4022, 'bash', 'pid'),
      { do: 'open', by: shell, pid: 4023, kind: 'pid' },
      kill(4022),
      {
        ...wait,
        ask: {
          id: 'outer-without-members',
          choices: {
            'both-gone': so([], [name('pid'), name('pid', 2)]),
            'outer-gone': so([name('pid', 2)], [name('pid')]),
            'both-stay': so([name('pid'), name('pid', 2)], []),
          },
        },
      },
      { do: 'close', by: shell, fd: 3 },
    ],
  },
  {
    id: 'copied-table',
    steps: [
      clone(shell, 'sh', 'net'),
      { do: 'bind', by: shell, pid: 4022, kind: 'net' },
      clone(shell, 'daemon', 'mnt'),
      kill(4022),
      {
        ...{ do: 'umount', by: shell, at: 1 },
        ask: { id: 'unmounted-here', choices: stays(name('net')) },
      },
      kill(4023),
    ],
  },
]
