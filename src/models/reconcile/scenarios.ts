/** Stories for the widget: a Deployment that is at rest, and what disturbs it. */
import type * as kit from '#kit'
import { findDeployment } from './find.ts'
import { hashKey } from './labels.ts'
import { enabled, init, step } from './step.ts'
import type { Reason } from './rules.ts'
import type { Action, Move, Outcome, State, Strategy, Turn } from './types.ts'

/**
 * In a story everyone who has something to do does it, in this order: those who are told of a change are quicker than a
 * container that starts. Other orders are as possible, and the reader may choose one.
 */
const order = ['replicaset-controller', 'deployment-controller', 'garbage-collector', 'kubelet'] as const

export const nextInStory = (state: State): readonly Turn[] =>
  enabled(state).toSorted((a, b) => order.indexOf(a.do) - order.indexOf(b.do))

const settle = (state: State): State => {
  const [next] = nextInStory(state)
  return next ? settle(step(state, next).state) : state
}

const careful: Strategy = { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 }

const make = (replicas: number, strategy: Strategy = careful): Action => ({
  ...{ do: 'create', name: 'web', replicas, image: 'v1', strategy },
})

export type ScenarioId =
  | 'created'
  | 'deleted-pod'
  | 'updated'
  | 'stuck'
  | 'recreated'
  | 'relabelled'
  | 'overruled'
  | 'orphaned'
  | 'foreground'

export type QuestionId =
  | 'after-deleted-pod'
  | 'after-broken'
  | 'after-relabel'
  | 'after-return'
  | 'after-scale-set'
  | 'after-orphan'
  | 'after-again'

export type ChoiceId =
  | 'two-pods'
  | 'three-pods'
  | 'four-pods'
  | 'five-pods'
  | 'no-pods'
  | 'old-serve'
  | 'fewer-old-serve'
  | 'none-serve'
  | 'set-taken'
  | 'set-new'

export type LoopTale = kit.TaleOf<
  State,
  Move,
  Outcome,
  Reason,
  { scenario: ScenarioId; question: QuestionId; choice: ChoiceId }
>

type Holds = kit.Holds<LoopTale>
type Question = kit.Question<LoopTale>

const pods =
  (count: number): Holds =>
  (after) =>
    after.pods.length === count

/** So many of the template that was there first. */
const oldReady =
  (isSo: (count: number) => boolean): Holds =>
  ({ pods }) =>
    isSo(pods.filter(({ phase, template }) => phase === 'ready' && template.image === 'v1').length)

const holds: Readonly<Record<ChoiceId, Holds>> = {
  'no-pods': pods(0),
  'two-pods': pods(2),
  'three-pods': pods(3),
  'four-pods': pods(4),
  'five-pods': pods(5),
  'old-serve': oldReady((count) => count === 3),
  'fewer-old-serve': oldReady((count) => count > 0 && count < 3),
  'none-serve': oldReady((count) => count === 0),
  'set-taken': ({ sets, ...state }) =>
    sets.length === 1 && sets[0]?.owner === findDeployment({ sets, ...state }, 'web')?.uid,
  'set-new': ({ sets }) => sets.length > 1,
}

const ask = (id: QuestionId, ...choices: readonly ChoiceId[]): { readonly ask: Question } => ({
  ask: { id, choices: Object.fromEntries(choices.map((choice) => [choice, holds[choice]])) },
})

type Scenario = kit.Scenario<LoopTale> & {
  /** done, and at rest, before the story begins */
  readonly before: readonly Action[]
}

/** Of three replicas: 1 is the Deployment, 2 its set, 3 to 5 are Pods. */
const one = 3

const image = (to: string): Action => ({ do: 'set-image', name: 'web', image: to })

export const scenarios: readonly Scenario[] = [
  {
    id: 'deleted-pod',
    before: [make(3)],
    steps: [{ do: 'delete-pod', pod: one, ...ask('after-deleted-pod', 'two-pods', 'three-pods', 'no-pods') }],
  },
  { id: 'created', before: [], steps: [make(2)] },
  { id: 'updated', before: [make(2)], steps: [image('v2')] },
  {
    id: 'stuck',
    before: [make(3)],
    steps: [
      { ...image('broken'), ...ask('after-broken', 'old-serve', 'fewer-old-serve', 'none-serve') },
      image('v1'),
    ],
  },
  { id: 'recreated', before: [make(2, { type: 'Recreate' })], steps: [image('v2')] },
  {
    id: 'relabelled',
    before: [make(3)],
    steps: [
      {
        ...({ do: 'relabel-pod', pod: one, labels: { app: 'debug' } } as const),
        ...ask('after-relabel', 'two-pods', 'three-pods', 'four-pods'),
      },
      {
        ...({ do: 'relabel-pod', pod: one, labels: { app: 'web', [hashKey]: 'v1' } } as const),
        ...ask('after-return', 'three-pods', 'four-pods'),
      },
    ],
  },
  {
    id: 'overruled',
    before: [make(3)],
    steps: [
      {
        ...({ do: 'scale-set', set: 'web-v1', replicas: 5 } as const),
        ...ask('after-scale-set', 'three-pods', 'five-pods'),
      },
    ],
  },
  {
    id: 'orphaned',
    before: [make(2)],
    steps: [
      {
        ...({ do: 'delete', name: 'web', propagation: 'Orphan' } as const),
        ...ask('after-orphan', 'two-pods', 'no-pods'),
      },
      { ...make(2), ...ask('after-again', 'set-taken', 'set-new') },
    ],
  },
  {
    id: 'foreground',
    before: [make(2)],
    steps: [{ do: 'delete', name: 'web', propagation: 'Foreground' }],
  },
]

/** The state that a story begins with; that of the first where there is no such story. */
export const beginScenario = (id?: string): State => {
  const scenario = scenarios.find((each) => each.id === id) ?? scenarios[0]
  return (scenario?.before ?? []).reduce((state, action) => settle(step(state, action).state), init())
}
