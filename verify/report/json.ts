/** `--json FILE`: the whole run for other programs. Pure. */
import type { CommandResult, Finished, Replay } from '#verify/replay/index.ts'
import { hasPassed } from '#verify/replay/index.ts'
import { formatFailure } from './failure.ts'
import { totalsOf } from './totals.ts'

export function toJson(finished: Finished, exit: number): string {
  const { replays, skips, faults } = finished
  return `${JSON.stringify({ schema: 1, exit, totals: totalsOf(finished), replays: replays.map(replayOf), skips, faults }, null, 2)}\n`
}

function replayOf(replay: Replay) {
  const { id, target, transcript, environment, started, milliseconds, commands, leftovers, fault } = replay
  const passed = hasPassed(replay)
  return {
    id,
    target,
    file: transcript.file,
    passed,
    environment,
    started,
    milliseconds: Math.round(milliseconds),
    ...(passed ? {} : { failure: formatFailure(replay) }),
    ...(fault === undefined ? {} : { fault }),
    leftovers,
    commands: commands.map(commandOf),
  }
}

function commandOf(result: CommandResult) {
  const { step, index, command, state } = result
  const place = { step: step.id, index, line: command.at.line, command: command.text, state }
  switch (result.state) {
    case 'verified':
    case 'ran':
      return { ...place, ...result.did, pinned: result.pinned }
    case 'not-run':
      return { ...place, reason: result.reason }
    case 'differs': {
      const { problem, output, milliseconds, tries } = result
      return { ...place, problem, output, milliseconds, tries }
    }
    case 'not-reached':
      return place
  }
}
