/** `--record`: writes the proof of a replay that passed, unless what is there says the same. */
import { hasPassed, type Loaded, type Replay } from '#verify/replay/index.ts'
import { makeRecord } from './make-record.ts'
import { loadRecord, recordFile, spellRecord, writeWhole } from './record-file.ts'
import { isSameProof } from './same-proof.ts'

export type Kept =
  | { state: 'written' | 'same'; file: string }
  /** Nothing was proved, or it may not be published. */
  | { state: 'refused'; reasons: string[] }
  | { state: 'failed-replay' }

/** `refresh` renews dates and timings even where nothing else is new. */
export function keepRecord(loaded: Loaded, replay: Replay, refresh: boolean): Kept {
  if (!hasPassed(replay)) return { state: 'failed-replay' }
  const made = makeRecord(loaded, replay)
  if (!made.ok) return { state: 'refused', reasons: made.refusals }
  const file = recordFile(loaded, replay.target)
  const old = refresh ? undefined : loadRecord(file)
  if (old?.ok && isSameProof(loaded, old.record, made.record)) return { state: 'same', file }
  writeWhole(file, spellRecord(made.record))
  return { state: 'written', file }
}
