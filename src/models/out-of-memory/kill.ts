/** oom_kill_process: the one that was chosen, and all of its group where memory.oom.group says so. */
import { candidates, exempt, type Candidate } from './choose.ts'
import { changeProcess } from './change.ts'
import { count, countersOf } from './count.ts'
import { isWithin, membersOf, pathUp, residentOf } from './find.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { Group, Pages, Process, State } from './types.ts'

export type Killing = {
  readonly state: State
  /** in the order in which they die; empty: nobody could be killed */
  readonly killed: readonly string[]
  readonly trace: Trace
}

/** The outermost group between the victim's and the one whose limit it is that wants to die as a whole. */
const groupToKill = (state: State, victim: Process, top: string): Group | undefined => {
  const path = pathUp(state, victim.group)
  const end = path.findIndex(({ name }) => name === top)
  return path.slice(0, end + 1).findLast(({ together }) => together)
}

const end = (state: State, { name, group }: Process): State =>
  count(changeProcess(state, name, { life: 'killed', charged: {} }), group, ({ kills }) => ({
    kills: kills + 1,
  }))

const reasonsFor = (
  state: State,
  top: string,
  limit: Pages,
  all: readonly Candidate[],
  { process, rss }: Candidate,
  score: number,
): readonly Reason[] => {
  const largest = all.reduce((most, each) => (each.rss > most.rss ? each : most))
  const outsiders = state.processes.filter(
    ({ life, group }) => life === 'running' && !isWithin(state, group, top),
  )
  const outside = outsiders.find((each) => residentOf(each) > rss)
  return [
    ...(largest.process !== process && largest.score === undefined
      ? [because('out-of-memory/exempt', largest.process.name, { rss: largest.rss })]
      : []),
    ...(outside
      ? [because('out-of-memory/outsider-spared', outside.name, { group: top, rss: residentOf(outside) })]
      : []),
    because('out-of-memory/chosen', process.name, {
      ...{ score, rss, limit },
      ...{
        adj: process.adj,
        next: all[1]?.score,
        rivals: all.map((each) => ({
          name: each.process.name,
          rss: each.rss,
          adj: each.process.adj,
          score: each.score,
        })),
      },
    }),
    ...(largest.score !== undefined && largest.rss > rss
      ? [
          because('out-of-memory/weighted', process.name, {
            largest: largest.process.name,
            rss: largest.rss,
            adj: largest.process.adj,
            score: largest.score,
          }),
        ]
      : []),
  ]
}

const countingReason = (state: State, victim: Process, met: string): Reason =>
  state.version === 'v2'
    ? because('out-of-memory/counted-upward', victim.name, { groups: countersOf(state, victim.group) })
    : because('out-of-memory/counted-here', victim.name, { group: victim.group, met })

/** Kills for a limit of this group. */
export const killFor = (before: State, top: string, limit: Pages): Killing => {
  const all = candidates(before, top, limit)
  const [first] = all
  const oom = count(before, top, () => ({ oom: true }))
  if (first?.score === undefined)
    return { state: oom, killed: [], trace: [because('out-of-memory/nobody-left', top, { group: top })] }
  const victim = first.process
  const group = groupToKill(before, victim, top)
  const trace = reasonsFor(before, top, limit, all, first, first.score)
  const counted = countingReason(before, victim, top)
  if (!group) return { state: end(oom, victim), killed: [victim.name], trace: [...trace, counted] }
  const members = membersOf(before, group.name).filter(({ name }) => name !== victim.name)
  const others = members.filter(({ adj }) => adj !== exempt)
  const asGroup = count(oom, group.name, ({ groupKills }) => ({ groupKills: groupKills + 1 }))
  return {
    state: [victim, ...others].reduce(end, asGroup),
    killed: [victim, ...others].map(({ name }) => name),
    trace: [
      ...trace,
      because('out-of-memory/all-die', victim.name, {
        group: group.name,
        others: others.map(({ name }) => name),
      }),
      ...members
        .filter(({ adj }) => adj === exempt)
        .map(({ name }) => because('out-of-memory/all-but-exempt', name, { group: group.name })),
      counted,
    ],
  }
}
