/** Named stories, fewest actors first. A question's answer is read off the model, never written down. */
import type { Action, Errno, Extent, IdFile, Kind, Outcome, State } from '#models/namespaces'
import { wayOut } from './compose.ts'
import { worthOf } from './worth.ts'
import { alpha, bash, beta, dash, sh, sudo, you } from './world.ts'

export type ScenarioId =
  'own' | 'more' | 'groups' | 'range' | 'overlap' | 'zero' | 'nested' | 'worth' | 'free'

export type QuestionId =
  | 'own-number'
  | 'second-write'
  | 'two-numbers'
  | 'own-group'
  | 'allow-again'
  | 'owner-of-33'
  | 'overlap-inside'
  | 'shadow'
  | 'which-numbers'
  | 'owner-of-7'
  | 'host-name'
  | 'once-dropped'
  | 'root-again'

/** What an answer may be: written, an errno, a number of the host's, or yes and no. */
export type Answer = 'done' | Errno | 'yes' | 'no' | `${number}`

export type Question = {
  readonly id: QuestionId
  readonly choices: readonly Answer[]
  readonly answer: (after: State, outcome: Outcome) => Answer | undefined
}

export type ScenarioStep = Action & { readonly ask?: Question }

/** A file made further in, by this number. */
export type Made = { readonly user: number; readonly id: number }

export type Scenario = {
  readonly id: ScenarioId
  /** what has happened before the story begins */
  readonly stage: readonly Action[]
  readonly steps: readonly ScenarioStep[]
  readonly made: Made
}

const start = (by: number, comm: string): Action => ({ do: 'clone', by, comm, kinds: ['user'] })

const unshare = (...kinds: readonly Kind[]): Action => ({ do: 'unshare', by: sh, kinds })

const write = (by: number, of: number, file: IdFile, ...extents: readonly Extent[]): Action => ({
  ...{ do: 'map', by, of },
  file,
  extents,
})

const both = (by: number, of: number, ...extents: readonly Extent[]): readonly Action[] => [
  write(by, of, 'uid', ...extents),
  write(by, of, 'gid', ...extents),
]

const setgroups = (by: number, to: 'allow' | 'deny'): Action => ({ do: 'setgroups', by, of: sh, to })

const told = (outcome: Outcome): Answer | undefined =>
  outcome.is === 'error' ? outcome.errno : outcome.is === 'left-out' ? undefined : 'done'

const asks = (id: QuestionId, ...choices: readonly Answer[]): { readonly ask: Question } => ({
  ask: { id, choices, answer: (_, outcome) => told(outcome) },
})

const asksOwner = (
  id: QuestionId,
  made: Made,
  ...choices: readonly Answer[]
): { readonly ask: Question } => ({
  ask: {
    id,
    choices,
    answer: (after) => {
      const way = wayOut(after, made.user, 'uid', made.id)
      return way.leads === 'to-host' ? `${way.id}` : undefined
    },
  },
})

const asksShadow = (): { readonly ask: Question } => ({
  ask: {
    id: 'shadow',
    choices: ['yes', 'no'],
    answer: (after) =>
      worthOf(after).find(({ process }) => process.id === sh)?.overShadow === true ? 'yes' : 'no',
  },
})

const mine: Extent = [0, you, 1]
const range: Extent = [0, 10000, 1000]
const rootless: readonly Extent[] = [mine, [1, 10000, 999]]
const seven: Made = { user: beta, id: 7 }
const website: Made = { user: alpha, id: 33 }

export const scenarios: readonly Scenario[] = [
  {
    id: 'own',
    stage: [start(bash, 'sh')],
    steps: [
      { ...write(bash, sh, 'uid', mine), ...asks('own-number', 'done', 'EPERM', 'EINVAL') },
      { ...write(bash, sh, 'uid', mine), ...asks('second-write', 'done', 'EPERM', 'EINVAL') },
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'more',
    stage: [start(bash, 'sh')],
    steps: [
      { ...write(bash, sh, 'uid', [0, you, 2]), ...asks('two-numbers', 'done', 'EPERM', 'EINVAL') },
      write(bash, sh, 'uid', [0, 0, 1]),
      write(sh, sh, 'uid', [you, you, 1]),
    ],
    made: { user: alpha, id: you },
  },
  {
    id: 'groups',
    stage: [start(bash, 'sh'), write(bash, sh, 'uid', mine)],
    steps: [
      { ...write(bash, sh, 'gid', mine), ...asks('own-group', 'done', 'EPERM', 'EINVAL') },
      setgroups(bash, 'deny'),
      write(bash, sh, 'gid', mine),
      { ...setgroups(bash, 'allow'), ...asks('allow-again', 'done', 'EPERM') },
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'range',
    stage: [start(bash, 'sh')],
    steps: [
      write(bash, sh, 'uid', range),
      { ...write(sudo, sh, 'uid', range), ...asksOwner('owner-of-33', website, '33', '5000', '10033') },
      write(sudo, sh, 'gid', range),
    ],
    made: website,
  },
  {
    id: 'overlap',
    stage: [start(bash, 'sh')],
    steps: [
      {
        ...write(sudo, sh, 'uid', range, [500, 20000, 500]),
        ...asks('overlap-inside', 'done', 'EPERM', 'EINVAL'),
      },
      write(sudo, sh, 'uid', range, [1000, 10500, 500]),
      write(sudo, sh, 'uid', range, [1000, 20000, 500]),
    ],
    made: { user: alpha, id: 1200 },
  },
  {
    id: 'zero',
    stage: [start(bash, 'sh')],
    steps: [
      write(sh, sh, 'uid', [0, 0, 1]),
      write(sudo, sh, 'uid', [0, 0, 100]),
      { ...write(sudo, sh, 'gid', [0, 0, 100]), ...asksShadow() },
    ],
    made: { user: alpha, id: 0 },
  },
  {
    id: 'nested',
    stage: [start(bash, 'sh'), ...both(sudo, sh, ...rootless), start(sh, 'dash')],
    steps: [
      { ...write(sh, dash, 'uid', mine), ...asks('which-numbers', 'done', 'EPERM', 'EINVAL') },
      { ...write(sh, dash, 'uid', [0, 100, 50]), ...asksOwner('owner-of-7', seven, '107', '10007', '10106') },
      write(sh, dash, 'gid', [0, 100, 50]),
    ],
    made: seven,
  },
  {
    id: 'worth',
    stage: [
      start(bash, 'sh'),
      write(bash, sh, 'uid', mine),
      setgroups(bash, 'deny'),
      write(bash, sh, 'gid', mine),
    ],
    steps: [
      { ...unshare('uts'), ...asks('host-name', 'done', 'EPERM') },
      { do: 'drop', by: sh },
      { ...unshare('net'), ...asks('once-dropped', 'done', 'EPERM') },
      { ...unshare('user', 'net'), ...asks('root-again', 'done', 'EPERM') },
    ],
    made: { user: alpha, id: 0 },
  },
  { id: 'free', stage: [start(bash, 'sh')], steps: [], made: { user: alpha, id: 0 } },
]

export const scenarioById = (id: string): Scenario | undefined =>
  scenarios.find((scenario) => scenario.id === id)
