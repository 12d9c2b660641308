/** The table: who is there or has been, as a family tree, with the numbers each namespace knows them by. */
import {
  findProcess,
  lineage,
  pidIn,
  type Life,
  type PidNamespace,
  type Process,
  type PidTale,
} from '#models/namespaces'
import { frameAt, type Story } from '#widgets/kit'
import { processesUntil, statesUntil } from '#widgets/kit/story/namespaces.ts'

export type Cell = {
  readonly namespace: number
  /** undefined: cannot be seen from there */
  readonly pid: number | undefined
  /** 0: the parent cannot be seen from there */
  readonly ppid: number
  /** is it the namespace that the process itself lives in */
  readonly own: boolean
}

export type Row = {
  readonly process: Process
  readonly life: Life['is'] | 'gone'
  readonly depth: number
  /** something about it changed at this instant */
  readonly changed: boolean
  readonly cells: readonly Cell[]
}

/** Parents before their children; a parent is always the older one, so this ends. */
const familyOrder = (
  all: readonly Process[],
  parent = 0,
  depth = 0,
): readonly (readonly [Process, number])[] =>
  all
    .filter((process) => process.parent === parent)
    .sort((a, b) => a.id - b.id)
    .flatMap((process) => [[process, depth] as const, ...familyOrder(all, process.id, depth + 1)])

export const rowsAt = (story: Story<PidTale>, now: number): readonly Row[] => {
  const { state } = frameAt(story.frames, now)
  const before = now > 0 ? frameAt(story.frames, now - 1).state : state
  return familyOrder(processesUntil(statesUntil(story, now))).map(([process, depth]) => {
    const here = findProcess(state, process.id)
    const parent = findProcess(state, process.parent)
    return {
      process,
      depth,
      life: here?.life.is ?? 'gone',
      changed: here !== findProcess(before, process.id),
      cells: state.namespaces.map(({ id }) => ({
        namespace: id,
        pid: pidIn(state, process, id),
        ppid: (parent && pidIn(state, parent, id)) ?? 0,
        own: id === process.namespace,
      })),
    }
  })
}

export type Column = {
  readonly namespace: PidNamespace
  readonly depth: number
  readonly inside: number | undefined
}

export const columnsAt = (story: Story<PidTale>, now: number): readonly Column[] => {
  const { state } = frameAt(story.frames, now)
  return state.namespaces.map((namespace) => ({
    namespace,
    depth: lineage(state, namespace.id).length - 1,
    inside: namespace.parent,
  }))
}
