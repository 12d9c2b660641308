/** From what `verify --offline --json` wrote to the state of each record, and those that no longer fit. */
import type { Target as TargetName } from '#transcript'
import { records, type RecordState } from './shapes.ts'
import { nothingFound, type Drift, type Findings, type PartRun } from './types.ts'

export const recordStates = ({ json }: PartRun): Map<string, RecordState> =>
  new Map(records.parse(json).records.map(({ id, target, state }) => [`${id} on ${target}`, state]))

export function readRecords({ part, json, seconds }: PartRun): Findings {
  const rows = records.parse(json).records
  return {
    ...nothingFound(part.name, seconds),
    passed: rows.filter(({ state }) => state === 'holds').length,
    drifts: rows.flatMap(({ id, target, state }) => {
      const detail = details[state]
      return detail === undefined ? [] : [driftOf(part.name, { id, target, detail })]
    }),
  }
}

/** Without a record there is nothing that could have drifted; whether it passes is the replay's to say. */
const details: Record<RecordState, string | undefined> = {
  awaiting: undefined,
  holds: undefined,
  unreadable: 'The file cannot be read as a record.',
  stale: 'The commands of the transcript have changed since.',
  differs: 'Its output does not match the expectations as they stand.',
}

const driftOf = (part: string, row: { id: string; target: TargetName; detail: string }): Drift => ({
  ...{ kind: 'record', part, what: `the record of ${row.id} on ${row.target}`, detail: row.detail },
  todo: `npm run verify -- ${row.id} --target ${row.target} --record`,
})
