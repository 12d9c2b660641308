/** Stories for the widget: one Pod with two containers, and a database beside it. 256 pages are 1 MiB. */
import type * as kit from '#kit'
import { findProcess } from './find.ts'
import { init } from './step.ts'
import type { Reason } from './rules.ts'
import type { Action, Input, Outcome, Pages, State, Version } from './types.ts'

export const mebibytes = (mib: number): Pages => mib * 256

const beginning = (version: Version): Input => ({
  version,
  mayLower: true,
  own: mebibytes(2),
  groups: [
    { name: 'node' },
    { name: 'pod', parent: 'node', max: mebibytes(64) },
    { name: 'web', parent: 'pod' },
    { name: 'log', parent: 'pod' },
    { name: 'other', parent: 'node' },
  ],
  processes: [
    { name: 'app', group: 'web' },
    { name: 'helper', group: 'web' },
    { name: 'tail', group: 'log' },
    { name: 'db', group: 'other' },
  ],
})

const allocate = (by: string, mib: number): Action => ({ do: 'allocate', by, pages: mebibytes(mib) })

export type ChoiceId =
  'app' | 'helper' | 'tail' | 'db' | 'all-in-web' | 'nobody' | 'nobody-and-stuck' | 'nobody-and-refused'

export type QuestionId = 'who-dies' | 'what-now'

export type OomTale = kit.TaleOf<
  State,
  Action,
  Outcome,
  Reason,
  { scenario: ScenarioId; question: QuestionId; choice: ChoiceId }
>

type Holds = kit.Holds<OomTale>
type Question = kit.Question<OomTale>

/** Just these have died. */
const dead =
  (...names: readonly string[]): Holds =>
  ({ processes }) =>
    processes.every(({ name, life }) => (life === 'killed') === names.includes(name))

const holds: Readonly<Record<ChoiceId, Holds>> = {
  app: dead('app'),
  helper: dead('helper'),
  tail: dead('tail'),
  db: dead('db'),
  'all-in-web': dead('app', 'helper'),
  nobody: (after, { is }) => dead()(after, { is: 'done' }) && is === 'done',
  'nobody-and-stuck': (after, { is }) => findProcess(after, 'helper')?.life === 'stuck' && is === 'stuck',
  'nobody-and-refused': (after, { is }) => dead()(after, { is: 'done' }) && is === 'error',
}

const ask = (id: QuestionId, ...choices: readonly ChoiceId[]): { readonly ask: Question } => ({
  ask: { id, choices: Object.fromEntries(choices.map((choice) => [choice, holds[choice]])) },
})

type Scenario = kit.Scenario<OomTale> & {
  readonly version: Version
}

export type ScenarioId =
  'largest' | 'adjusted' | 'own-limit' | 'together' | 'exempt' | 'moved' | 'lowered' | 'lowered-v1'

const v2 = (id: ScenarioId, ...steps: Scenario['steps']): Scenario => ({ id, version: 'v2', steps })

export const scenarios: readonly Scenario[] = [
  v2('largest', allocate('db', 100), allocate('app', 30), allocate('tail', 10), {
    ...allocate('helper', 24),
    ...ask('who-dies', 'db', 'app', 'helper', 'nobody'),
  }),
  v2(
    'adjusted',
    allocate('app', 30),
    allocate('tail', 10),
    { do: 'adjust', by: 'tail', adj: 500 },
    { ...allocate('helper', 24), ...ask('who-dies', 'app', 'helper', 'tail', 'nobody') },
  ),
  v2(
    'own-limit',
    { do: 'limit', group: 'web', max: mebibytes(20) },
    allocate('tail', 30),
    allocate('app', 6),
    { ...allocate('helper', 14), ...ask('who-dies', 'tail', 'app', 'helper', 'nobody') },
  ),
  v2(
    'together',
    { do: 'together', group: 'web', on: true },
    allocate('tail', 10),
    allocate('app', 30),
    allocate('helper', 4),
    { ...allocate('tail', 20), ...ask('who-dies', 'tail', 'app', 'all-in-web', 'nobody') },
  ),
  v2(
    'exempt',
    { do: 'adjust', by: 'app', adj: -1000 },
    allocate('app', 45),
    { ...allocate('tail', 20), ...ask('who-dies', 'app', 'helper', 'tail', 'nobody') },
    { do: 'adjust', by: 'helper', adj: -1000 },
    { ...allocate('helper', 20), ...ask('what-now', 'helper', 'app', 'nobody-and-stuck', 'nobody') },
  ),
  v2(
    'moved',
    { do: 'limit', group: 'web', max: mebibytes(40) },
    allocate('app', 30),
    { do: 'move', by: 'app', to: 'log' },
    { ...allocate('helper', 10), ...ask('who-dies', 'app', 'helper', 'tail', 'nobody') },
  ),
  v2('lowered', allocate('app', 30), allocate('tail', 10), {
    do: 'limit',
    group: 'pod',
    max: mebibytes(32),
    ...ask('what-now', 'app', 'tail', 'nobody-and-refused', 'nobody'),
  }),
  {
    id: 'lowered-v1',
    version: 'v1',
    steps: [
      allocate('app', 30),
      allocate('tail', 10),
      {
        ...({ do: 'limit', group: 'pod', max: mebibytes(32) } as const),
        ...ask('what-now', 'app', 'tail', 'nobody-and-refused', 'nobody'),
      },
      { do: 'together', group: 'web', on: true },
      allocate('helper', 30),
    ],
  },
]

/** The state that a story begins with; that of the first where there is no such story. */
export const beginScenario = (id?: string): State =>
  init(beginning(scenarios.find((scenario) => scenario.id === id)?.version ?? 'v2'))
