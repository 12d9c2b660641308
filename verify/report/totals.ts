/** The sums of a run. Pure. */
import { pinnedShare } from '#ledger'
import { sumPinned } from '#transcript'
import { hasPassed, type CommandResult, type Finished } from '#verify/replay/index.ts'

export type Totals = {
  commands: Record<CommandResult['state'] | 'skipped', number>
  /** From 0 to 1. */
  pinned: number
  transcripts: { passed: number; failed: number; skipped: number }
}

export function totalsOf({ replays, skips, faults }: Finished): Totals {
  const all = replays.flatMap(({ commands }) => commands)
  const count = (state: CommandResult['state']) => all.filter((each) => each.state === state).length
  const passed = replays.filter(hasPassed).length
  return {
    commands: {
      verified: count('verified'),
      ran: count('ran'),
      'not-run': count('not-run'),
      differs: count('differs'),
      'not-reached': count('not-reached'),
      skipped: skips.reduce((sum, { commands }) => sum + commands, 0),
    },
    pinned: pinnedShare(sumPinned(all.flatMap((each) => ('pinned' in each ? [each.pinned] : [])))),
    transcripts: { passed, failed: replays.length - passed + faults.length, skipped: skips.length },
  }
}

/** Only what there is: `8 verified, 1 not run`. */
export function formatCommands(counts: Totals['commands']): string {
  const words = Object.entries(counts).filter(([, count]) => count > 0)
  return words.map(([state, count]) => `${count} ${state.replace('-', ' ')}`).join(', ') || 'no commands'
}

/** Rounded down: 100 % is said of nothing less. */
export const percent = (share: number): string => `${Math.floor(share * 100)} %`
