/** design.md's exit codes, the first that applies. A wrong call or transcript (2) never gets as far as this. */
import type { Target as TargetName } from '#transcript'
import type { Finished } from './replay-all.ts'
import { hasPassed } from './types.ts'

/** `insisted`: targets asked for by name, or by NODEBOOK_REQUIRE. */
export function exitCode({ replays, skips }: Finished, insisted: ReadonlySet<TargetName>): 0 | 1 | 3 {
  if (replays.some((replay) => !hasPassed(replay))) return 1
  const missing = skips.some((skip) => skip.missing && insisted.has(skip.target))
  return missing || replays.length === 0 ? 3 : 0
}
