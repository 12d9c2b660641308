/** The tree as rows: a group, its processes, then the groups below it. */
import { residentOf, usageOf, type Group, type Pages, type Process, type State } from '#models/out-of-memory'

export type Row =
  | { readonly is: 'group'; readonly depth: number; readonly group: Group; readonly usage: Pages }
  | { readonly is: 'process'; readonly depth: number; readonly process: Process; readonly rss: Pages }

const below = (state: State, parent: string | undefined, depth: number): readonly Row[] =>
  state.groups
    .filter((group) => group.parent === parent)
    .flatMap((group): readonly Row[] => [
      { is: 'group', depth, group, usage: usageOf(state, group.name) },
      ...state.processes
        .filter((process) => process.group === group.name)
        .map((process): Row => ({ is: 'process', depth: depth + 1, process, rss: residentOf(process) })),
      ...below(state, group.name, depth + 1),
    ])

export const rowsOf = (state: State): readonly Row[] => below(state, undefined, 0)

/** 256 pages are 1 MiB. */
export const mebibytesOf = (pages: Pages): number => Number((pages / 256).toFixed(1))

/** Who can act now; the first who can, if the one asked for cannot. */
export const actorIn = (state: State, wanted: string | undefined): Process | undefined => {
  const running = state.processes.filter(({ life }) => life === 'running')
  return running.find(({ name }) => name === wanted) ?? running[0]
}

/** Who holds what, for a line of the whole story. */
export const holdings = (state: State, dead: string): readonly string[] =>
  state.processes.map((process) =>
    process.life === 'killed'
      ? `\`${process.name}\` ${dead}`
      : `\`${process.name}\` ${mebibytesOf(residentOf(process))} MiB`,
  )
