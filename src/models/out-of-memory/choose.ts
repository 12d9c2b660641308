/** oom_badness and select_bad_process: whose pages and adjustment weigh most. */
import { membersOf, residentOf } from './find.ts'
import type { Pages, Process, State } from './types.ts'

/** Who has this is never chosen. */
export const exempt = -1000

export type Candidate = {
  readonly process: Process
  readonly rss: Pages
  /** undefined: exempt */
  readonly score: number | undefined
}

/** A thousandth of the limit for each point of oom_score_adj; the kernel divides first. */
export const scoreOf = (rss: Pages, adj: number, limit: Pages): number => rss + adj * Math.floor(limit / 1000)

/** Everyone who may be asked to die for a limit of this group, the first to go first. */
export const candidates = (state: State, group: string, limit: Pages): readonly Candidate[] =>
  membersOf(state, group)
    .map((process): Candidate => {
      const rss = residentOf(process)
      return { process, rss, score: process.adj === exempt ? undefined : scoreOf(rss, process.adj, limit) }
    })
    .sort((a, b) => (b.score ?? -Infinity) - (a.score ?? -Infinity))
