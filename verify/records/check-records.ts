/** Holds every record against its transcript as it stands, without a machine. */
import { countCommands, judge, type Counts, type JudgedCommand, type ProofRecord } from '#ledger'
import type { Target as TargetName } from '#transcript'
import { usedFiles, type Loaded } from '#verify/replay/index.ts'
import { loadRecord, recordFile } from './record-file.ts'

export type Checked = { loaded: Loaded; target: TargetName; file: string } & (
  | { state: 'awaiting' }
  | { state: 'unreadable'; faults: readonly string[] }
  | { state: 'stale'; record: ProofRecord }
  | { state: 'holds' | 'differs'; record: ProofRecord; commands: readonly JudgedCommand[]; counts: Counts }
)

/** Of every transcript on each of its targets, or on those of `only`. */
export function checkRecords(
  all: readonly Loaded[],
  only: readonly TargetName[] | 'auto' = 'auto',
): Checked[] {
  return all.flatMap((loaded) =>
    loaded.transcript.header.targets
      .filter((target) => only === 'auto' || only.includes(target))
      .map((target) => checkRecord(loaded, target)),
  )
}

function checkRecord(loaded: Loaded, target: TargetName): Checked {
  const file = recordFile(loaded, target)
  const place = { loaded, target, file }
  const read = loadRecord(file)
  if (!read) return { ...place, state: 'awaiting' }
  if (!read.ok) return { ...place, state: 'unreadable', faults: read.faults }
  const { record } = read
  if (record.transcript !== loaded.id || record.target !== target)
    return {
      ...place,
      state: 'unreadable',
      faults: [`${file}: it is a record of ${record.transcript} on ${record.target}; record it again`],
    }
  const judgement = judge(loaded.transcript, record, usedFiles(loaded))
  if (judgement.state === 'stale') return { ...place, state: 'stale', record }
  const { commands } = judgement
  const state = commands.some((each) => each.state === 'differs') ? 'differs' : 'holds'
  return { ...place, state, record, commands, counts: countCommands(commands) }
}
