/** Named programs with a question here and there, fewest actors first. The model itself knows the answers. */
import type * as kit from '#kit'
import { findByPid, findNamespace, findProcess } from './find.ts'
import type { NamespacesTale } from './tale.ts'
import type { State } from './types.ts'

export type ScenarioId =
  'first-born' | 'zombie' | 'orphan' | 'no-more-members' | 'kill-one' | 'outside-parent'

type QuestionId =
  | 'which-number-first'
  | 'kill-a-zombie'
  | 'who-adopts'
  | 'fork-after-one'
  | 'kill-from-inside'
  | 'kill-from-above'
  | 'who-adopts-members'
  | 'when-is-one-gone'

type ChoiceId =
  | 'one'
  | 'same-as-outside'
  | 'two'
  | 'goes-away'
  | 'stays-a-zombie'
  | 'host-one'
  | 'inner-one'
  | 'the-shell'
  | 'becomes-one'
  | 'becomes-two'
  | 'fork-fails'
  | 'one-dies'
  | 'nothing-happens'
  | 'members-adopted'
  | 'all-die'
  | 'only-one-dies'
  | 'at-once'
  | 'only-once-reaped'

export type PidTale = NamespacesTale<{ scenario: ScenarioId; question: QuestionId; choice: ChoiceId }>

type Holds = kit.Holds<PidTale>
type Scenario = kit.Scenario<PidTale>

const shell = 4021

const childPid =
  (pid: number, namespace: number): Holds =>
  (after) =>
    findByPid(after, namespace, pid) !== undefined

const parentIs =
  (child: number, parent: number): Holds =>
  (after) =>
    findProcess(after, child)?.parent === parent

const isGone = (state: State, id: number): boolean =>
  (findProcess(state, id)?.life.is ?? 'zombie') === 'zombie'

const firstBorn: Scenario = {
  id: 'first-born',
  steps: [
    { do: 'unshare', by: shell },
    {
      do: 'fork',
      by: shell,
      comm: 'bash',
      ask: {
        id: 'which-number-first',
        choices: { one: childPid(1, 1), 'same-as-outside': childPid(4022, 1), two: childPid(2, 1) },
      },
    },
    { do: 'fork', by: 4022, comm: 'sleep' },
    { do: 'clone', by: 4022, comm: 'sh' },
  ],
}

const zombie: Scenario = {
  id: 'zombie',
  steps: [
    { do: 'clone', by: shell, comm: 'bash' },
    { do: 'fork', by: 4022, comm: 'sleep' },
    { do: 'exit', by: 4023, status: 0 },
    {
      do: 'kill',
      by: 4022,
      pid: 2,
      signal: 'KILL',
      ask: {
        id: 'kill-a-zombie',
        choices: {
          'goes-away': (after) => findProcess(after, 4023) === undefined,
          'stays-a-zombie': (after) => findProcess(after, 4023)?.life.is === 'zombie',
        },
      },
    },
    { do: 'wait', by: 4022 },
    { do: 'fork', by: 4022, comm: 'sleep' },
  ],
}

const orphan: Scenario = {
  id: 'orphan',
  steps: [
    { do: 'unshare', by: shell },
    { do: 'fork', by: shell, comm: 'bash' },
    { do: 'fork', by: 4022, comm: 'sh' },
    { do: 'fork', by: 4023, comm: 'sleep' },
    {
      do: 'exit',
      by: 4023,
      status: 0,
      ask: {
        id: 'who-adopts',
        choices: {
          'host-one': parentIs(4024, 1),
          'the-shell': parentIs(4024, shell),
          'inner-one': parentIs(4024, 4022),
        },
      },
    },
    { do: 'wait', by: 4022 },
  ],
}

const noMoreMembers: Scenario = {
  id: 'no-more-members',
  steps: [
    { do: 'unshare', by: shell },
    { do: 'fork', by: shell, comm: 'echo' },
    { do: 'exit', by: 4022, status: 0 },
    { do: 'wait', by: shell },
    {
      do: 'fork',
      by: shell,
      comm: 'echo',
      ask: {
        id: 'fork-after-one',
        choices: {
          'becomes-one': childPid(1, 1),
          'becomes-two': childPid(2, 1),
          'fork-fails': (_, outcome) => outcome.is === 'error',
        },
      },
    },
    { do: 'unshare', by: shell },
  ],
}

const killOne: Scenario = {
  id: 'kill-one',
  steps: [
    { do: 'clone', by: shell, comm: 'bash' },
    { do: 'fork', by: 4022, comm: 'sleep' },
    { do: 'clone', by: 4022, comm: 'sh' },
    { do: 'fork', by: 4024, comm: 'sleep' },
    {
      do: 'kill',
      by: 4023,
      pid: 1,
      signal: 'KILL',
      ask: {
        id: 'kill-from-inside',
        choices: {
          'one-dies': (after) => isGone(after, 4022),
          'nothing-happens': (after) => !isGone(after, 4022),
        },
      },
    },
    { do: 'kill', by: shell, pid: 4022, signal: 'TERM' },
    {
      do: 'kill',
      by: shell,
      pid: 4022,
      signal: 'KILL',
      ask: {
        id: 'kill-from-above',
        choices: {
          'members-adopted': parentIs(4023, 1),
          'only-one-dies': (after) =>
            isGone(after, 4022) && !isGone(after, 4023) && !parentIs(4023, 1)(after, { is: 'done' }),
          'all-die': (after) => [4022, 4023, 4024, 4025].every((id) => isGone(after, id)),
        },
      },
    },
    { do: 'wait', by: shell },
  ],
}

const outsideParent: Scenario = {
  id: 'outside-parent',
  steps: [
    { do: 'fork', by: shell, comm: 'unshare' },
    { do: 'unshare', by: 4022 },
    { do: 'fork', by: 4022, comm: 'bash' },
    { do: 'fork', by: 4022, comm: 'sleep' },
    {
      do: 'exit',
      by: 4022,
      status: 0,
      ask: {
        id: 'who-adopts-members',
        choices: {
          'inner-one': parentIs(4024, 4023),
          'the-shell': parentIs(4024, shell),
          'host-one': parentIs(4024, 1),
        },
      },
    },
    {
      do: 'kill',
      by: shell,
      pid: 4023,
      signal: 'KILL',
      ask: {
        id: 'when-is-one-gone',
        choices: {
          'at-once': (after) => isGone(after, 4023),
          'only-once-reaped': (after) =>
            findProcess(after, 4023)?.life.is === 'ending' && !findNamespace(after, 1).open,
        },
      },
    },
    { do: 'wait', by: 1 },
    { do: 'wait', by: 1 },
  ],
}

export const scenarios: readonly Scenario[] = [
  firstBorn,
  zombie,
  orphan,
  noMoreMembers,
  killOne,
  outsideParent,
]
