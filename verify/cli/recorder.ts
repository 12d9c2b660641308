/** `--record`: keeps the proof of each replay as it ends, and says what became of it. */
import { projectRoot } from '#verify/program/index.ts'
import { keepRecord, type Kept } from '#verify/records/index.ts'
import { shownFrom, type Loaded, type Replay } from '#verify/replay/index.ts'
import type { Call } from './arguments.ts'

export type Recorder = {
  keep(loaded: Loaded, replay: Replay): void
  /** Whether some proof could not be kept. */
  hasRefused(): boolean
}

export function createRecorder({ record }: Pick<Call, 'record'>, say: (line: string) => void): Recorder {
  let refused = false
  return {
    hasRefused: () => refused,
    keep(loaded, replay) {
      if (record === 'none') return
      const kept = attempt(() => keepRecord(loaded, replay, record === 'all'))
      if (kept.state === 'written') say(`      recorded in ${shownFrom(projectRoot, kept.file)}`)
      if (kept.state !== 'refused') return
      refused = true
      say(['      not recorded:', ...kept.reasons].join('\n'))
    },
  }
}

/** A record that can't be written must not end the other replays. */
function attempt(write: () => Kept): Kept {
  try {
    return write()
  } catch (error) {
    return { state: 'refused', reasons: [(error as Error).message] }
  }
}
