import { pinnedOf, sumPinned, type Pinned } from '#transcript'
import type { JudgedCommand } from './judge.ts'

export type Counts = { verified: number; ran: number; 'not-run': number; differs: number; pinned: Pinned }

/** How many commands have which proof, and how many characters of their output are pinned. */
export function countCommands(commands: readonly JudgedCommand[]): Counts {
  const count = (state: JudgedCommand['state']) => commands.filter((each) => each.state === state).length
  return {
    verified: count('verified'),
    ran: count('ran'),
    'not-run': count('not-run'),
    differs: count('differs'),
    pinned: sumPinned(commands.flatMap((each) => ('match' in each ? [pinnedOf(each.match)] : []))),
  }
}

export function sumCounts(all: readonly Counts[]): Counts {
  const sum = (key: 'verified' | 'ran' | 'not-run' | 'differs') =>
    all.reduce((total, each) => total + each[key], 0)
  return {
    verified: sum('verified'),
    ran: sum('ran'),
    'not-run': sum('not-run'),
    differs: sum('differs'),
    pinned: sumPinned(all.map(({ pinned }) => pinned)),
  }
}

/** The share of output that is pinned, from 0 to 1; all of nothing is all. */
export const pinnedShare = ({ pinned, characters }: Pinned): number =>
  characters === 0 ? 1 : pinned / characters
