/** Small trees to begin with, and a change to each whose outcome the reader may guess. */
import { openById } from '#widgets/kit'
import type { GroupId, Knobs, Machine, Place } from './machine.ts'

export type ScenarioId =
  'neighbours' | 'nested' | 'many-threads' | 'two-cpus' | 'one-thread' | 'quota' | 'both'

export type Question = {
  /** which group is changed, and to what */
  readonly at: number
  readonly to: Partial<Knobs>
  /** whose share is asked for; what it might be, in CPUs */
  readonly of: GroupId
  readonly choices: readonly number[]
}

export type Scenario = {
  readonly id: ScenarioId
  readonly places: readonly Place[]
  readonly machine: Machine
  readonly question: Question
}

const knobs = (weight: number, loops: readonly number[], quota?: number): Knobs => ({ weight, loops, quota })

const web: Place = { name: 'web', parent: '' }
const batch: Place = { name: 'batch', parent: '' }

export const scenarios: readonly Scenario[] = [
  {
    id: 'neighbours',
    places: [web, batch],
    machine: { cpus: 1, pinned: true, groups: [knobs(100, [1]), knobs(300, [1])] },
    question: { at: 1, to: { loops: [0] }, of: 'web', choices: [0.25, 0.5, 1] },
  },
  {
    id: 'nested',
    places: [
      { name: 'team-a', parent: '' },
      { name: 'web', parent: 'team-a' },
      { name: 'db', parent: 'team-a' },
      { name: 'team-b', parent: '' },
      { name: 'batch', parent: 'team-b' },
    ],
    machine: {
      cpus: 1,
      pinned: true,
      groups: [knobs(100, [0]), knobs(300, [1]), knobs(100, [1]), knobs(100, [0]), knobs(10, [1])],
    },
    question: { at: 1, to: { weight: 10000 }, of: 'batch', choices: [0.001, 0.25, 0.5] },
  },
  {
    id: 'many-threads',
    places: [web, batch],
    machine: { cpus: 1, pinned: true, groups: [knobs(100, [1]), knobs(100, [2])] },
    question: { at: 1, to: { loops: [9] }, of: 'web', choices: [0.1, 0.333, 0.5] },
  },
  {
    id: 'two-cpus',
    places: [web, batch],
    machine: { cpus: 2, pinned: true, groups: [knobs(100, [1, 1]), knobs(100, [1, 0])] },
    question: { at: 0, to: { loops: [1, 0] }, of: 'batch', choices: [0.5, 0.667, 1] },
  },
  {
    id: 'one-thread',
    places: [web, batch],
    machine: { cpus: 2, pinned: false, groups: [knobs(900, [1]), knobs(100, [4])] },
    question: { at: 0, to: { loops: [2] }, of: 'batch', choices: [0.1, 0.2, 1] },
  },
  {
    id: 'quota',
    places: [web, batch],
    machine: { cpus: 1, pinned: true, groups: [knobs(300, [1], 20), knobs(100, [1])] },
    question: { at: 1, to: { loops: [0] }, of: 'web', choices: [0.2, 0.75, 1] },
  },
  {
    id: 'both',
    places: [web, batch],
    machine: { cpus: 2, pinned: true, groups: [knobs(300, [1, 1], 50), knobs(100, [1, 1])] },
    question: { at: 0, to: { quota: 100 }, of: 'web', choices: [0.5, 0.75, 1] },
  },
]

export const scenarioById = (id: string): Scenario | undefined => scenarios.find((one) => one.id === id)

export const openScenario = (id?: string): Scenario => openById('who-gets-the-cpu', scenarios, id)
