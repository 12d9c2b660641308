/** design.md's exit codes, the first that applies. What is wrong before anything runs (2) never gets as far as this. */
import type { Target as TargetName } from '#transcript'
import type { Finished } from './replay-all.ts'
import { hasPassed, type Replay } from './types.ts'

/** `insisted`: targets asked for by name, or by NODEBOOK_REQUIRE. */
export function exitCode(
  { replays, skips, faults }: Finished,
  insisted: ReadonlySet<TargetName>,
): 0 | 1 | 2 | 3 {
  if (replays.some(isIncomplete)) return 2
  if (faults.length > 0 || replays.some((replay) => !hasPassed(replay))) return 1
  const missing = skips.some((skip) => skip.missing && insisted.has(skip.target))
  return missing || replays.length === 0 ? 3 : 0
}

/** Only bash knows that a command lacks its end, and that is the transcript's fault. */
const isIncomplete = ({ commands }: Replay): boolean =>
  commands.some((each) => each.state === 'differs' && each.problem.kind === 'incomplete')
