/** The lines at the end of a run; the last is always the count. Pure. */
import type { Finished, Replay, Skip } from '#verify/replay/index.ts'
import { hasPassed } from '#verify/replay/index.ts'
import { seconds } from './problem.ts'
import { formatCommands, percent, totalsOf } from './totals.ts'

export function resultLine(replay: Replay): string {
  const counts = totalsOf({ replays: [replay], skips: [], faults: [] }).commands
  const mark = hasPassed(replay) ? 'ok  ' : 'FAIL'
  return `${mark}  ${replay.id} on ${replay.target}  ${formatCommands(counts)}  ${seconds(replay.milliseconds)}`
}

export const skipLine = ({ id, target, why }: Skip): string => `${id} on ${target}: ${why}`

export function summaryLines(finished: Finished, milliseconds: number): string[] {
  const { commands, pinned, transcripts } = totalsOf(finished)
  const skips = groupSkips(finished.skips)
  const { passed, failed, skipped } = transcripts
  // Of nothing, no share is pinned.
  const pinnedWords =
    commands.verified + commands.ran === 0 ? [] : [`${percent(pinned)} of the output pinned`]
  return [
    ...finished.faults.map((fault) => `FAIL  ${fault}`),
    ...(skips.length > 0 ? ['', 'Skipped:', ...skips.map((line) => `  ${line}`)] : []),
    '',
    [formatCommands(commands), ...pinnedWords, seconds(milliseconds)].join('; '),
    `${passed} passed, ${failed} failed, ${skipped} skipped`,
  ]
}

/** One line for each reason on a target, with the transcripts that it holds back. */
function groupSkips(skips: readonly Skip[]): string[] {
  const groups = Map.groupBy(skips, ({ target, why }) => `${target}: ${why}`)
  return [...groups].map(([reason, all]) => `${all.map(({ id }) => id).join(', ')} on ${reason}`)
}
