/** Services to begin with, and a change to each whose outcome the reader may guess. */
import { openById } from '#widgets/kit'
import { figuresOf, turn, type Knobs } from './service.ts'

export type ScenarioId = 'stretched' | 'many-threads' | 'burst'

export type Choice = 'shorter' | 'same' | 'longer'

export type Scenario = {
  readonly id: ScenarioId
  readonly knobs: Knobs
  /** what is changed; asked for is p99 */
  readonly to: Partial<Knobs>
}

export const choices: readonly Choice[] = ['shorter', 'same', 'longer']

export const scenarios: readonly Scenario[] = [
  {
    id: 'stretched',
    knobs: { work: 50, threads: 1, every: 400, quota: 20, period: 100, burst: 0 },
    to: { quota: 4, period: 20 },
  },
  {
    id: 'many-threads',
    knobs: { work: 160, threads: 8, every: 400, quota: 100, period: 100, burst: 0 },
    to: { threads: 1 },
  },
  {
    id: 'burst',
    knobs: { work: 60, threads: 4, every: 250, quota: 50, period: 100, burst: 0 },
    to: { burst: 50 },
  },
]

/** Less than a twentieth is the same. */
export const answerOf = ({ knobs, to }: Scenario): Choice => {
  const change = figuresOf(turn(knobs, to)).p99 / figuresOf(knobs).p99
  if (change < 0.95) return 'shorter'
  return change > 1.05 ? 'longer' : 'same'
}

export const scenarioById = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id)

export const openScenario = (id?: string): Scenario => openById('throttling', scenarios, id)
