/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type { Holds, Scenario, TaleOf } from '#kit'
import { eventOf, pending } from './client.ts'
import type { Reason } from './rules.ts'
import type { Action, Outcome, State } from './types.ts'

type ScenarioId = 'follow' | 'selector' | 'cut' | 'expired' | 'bookmark' | 'conflict'

type QuestionId =
  | 'no-change'
  | 'label-taken'
  | 'label-given'
  | 'after-the-cut'
  | 'forgotten'
  | 'relisted'
  | 'with-bookmark'
  | 'stale'

type ChoiceId =
  | 'nothing'
  | 'ADDED'
  | 'MODIFIED'
  | 'DELETED'
  | 'lost'
  | 'comes'
  | 'goes-on'
  | 'refused'
  | 'still-cached'
  | 'dropped'
  | 'overwritten'

export type WatchTale = TaleOf<
  State,
  Action,
  Outcome,
  Reason,
  { scenario: ScenarioId; question: QuestionId; choice: ChoiceId }
>

const create = (name: string, matches = true): Action => ({ do: 'create', name, matches })
const change = (name: string): Action => ({ do: 'update', name, based: 'server' })
const [list, watch, receive, cut, compact, bookmark, elsewhere] = (
  ['list', 'watch', 'receive', 'cut', 'compact', 'bookmark', 'elsewhere'] as const
).map((name): Action => ({ do: name })) as [Action, Action, Action, Action, Action, Action, Action]

/** What the client is sent of the last change. */
const sends = (type: 'nothing' | 'ADDED' | 'MODIFIED' | 'DELETED') => (after: State) => {
  const last = pending(after).at(-1)
  return (last ? eventOf(last).type : 'nothing') === type
}

const heard = {
  nothing: sends('nothing'),
  ADDED: sends('ADDED'),
  MODIFIED: sends('MODIFIED'),
  DELETED: sends('DELETED'),
}
const refused: Holds<WatchTale> = (_, { is }) => is === 'refused'
const accepted: Holds<WatchTale> = (_, { is }) => is === 'done'
const comes = (after: State) => pending(after).length > 0

export const scenarios: readonly Scenario<WatchTale>[] = [
  {
    id: 'follow',
    steps: [
      create('web'),
      list,
      watch,
      change('web'),
      receive,
      { ...{ do: 'rewrite', name: 'web' }, ask: { id: 'no-change', choices: heard } },
      create('db'),
      { do: 'delete', name: 'web' },
      receive,
      receive,
    ],
  },
  {
    id: 'selector',
    steps: [
      create('web'),
      create('db', false),
      list,
      watch,
      { ...{ do: 'relabel', name: 'web' }, ask: { id: 'label-taken', choices: heard } },
      receive,
      change('web'),
      { ...{ do: 'relabel', name: 'db' }, ask: { id: 'label-given', choices: heard } },
      receive,
    ],
  },
  {
    id: 'cut',
    steps: [
      create('web'),
      list,
      watch,
      change('web'),
      cut,
      create('db'),
      {
        ...watch,
        ask: { id: 'after-the-cut', choices: { lost: (after) => !comes(after), comes } },
      },
      receive,
      receive,
    ],
  },
  {
    id: 'expired',
    steps: [
      create('web'),
      create('db'),
      list,
      watch,
      cut,
      { do: 'delete', name: 'web' },
      change('db'),
      compact,
      { ...watch, ask: { id: 'forgotten', choices: { 'goes-on': accepted, refused } } },
      {
        ...list,
        ask: {
          id: 'relisted',
          choices: {
            'still-cached': ({ client }) => client.cache.some(({ name }) => name === 'web'),
            dropped: ({ client }) => !client.cache.some(({ name }) => name === 'web'),
          },
        },
      },
      watch,
    ],
  },
  {
    id: 'bookmark',
    steps: [
      create('web'),
      list,
      watch,
      elsewhere,
      elsewhere,
      elsewhere,
      bookmark,
      compact,
      cut,
      { ...watch, ask: { id: 'with-bookmark', choices: { 'goes-on': accepted, refused } } },
    ],
  },
  {
    id: 'conflict',
    steps: [
      create('web'),
      list,
      watch,
      change('web'),
      {
        ...{ do: 'update', name: 'web', based: 'cache' },
        ask: {
          id: 'stale',
          choices: { overwritten: (_, { is }) => is === 'written', refused },
        },
      },
      receive,
      { do: 'update', name: 'web', based: 'cache' },
      receive,
    ],
  },
]
