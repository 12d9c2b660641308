/** Replays transcripts on targets. What it gives back is data. */
export { systemClock } from './clock.ts'
export { exitCode } from './exit-code.ts'
export { idOf, loadTranscript, shownFrom, usedFiles, type Load } from './load-transcript.ts'
export { plan, type Plan } from './plan.ts'
export { replayAll, type Finished, type RunOptions, type Watcher } from './replay-all.ts'
export { replayTranscript } from './replay-transcript.ts'
export { selectTranscripts, shard, type Places, type Selection } from './select-transcripts.ts'
export {
  hasPassed,
  type Clock,
  type CommandResult,
  type Did,
  type Loaded,
  type Problem,
  type Replay,
  type Skip,
  type Task,
} from './types.ts'
