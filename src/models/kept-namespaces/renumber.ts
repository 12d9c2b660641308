/**
 * A program for another start, or without some of its actions: everyone born gets other numbers then. So it is played
 * twice, as it was and as it becomes, and whoever is named in it is named anew, and so is what is mounted.
 */
import { findByPid, findProcess, pidIn } from '#models/namespaces'
import { init, settle, step } from './step.ts'
import type { Action, Input, State } from './types.ts'

type Played = { readonly was: State; readonly is: State }

/** The numbers of before, and what they are now. */
type Names = { readonly processes: Map<number, number>; readonly mounts: Map<number, number> }

/** A number that nobody had stays one that nobody has. */
const pidFor = ({ was, is }: Played, { processes }: Names, pid: number, by: number): number | undefined => {
  const [callerWas, callerIs] = [by, processes.get(by)].map((id, at) =>
    findProcess((at === 0 ? was : is).processes, id ?? 0),
  )
  if (!callerWas || !callerIs) return undefined
  const targetWas = findByPid(was.processes, callerWas.namespace, pid)
  if (!targetWas) return (is.processes.namespaces[callerIs.namespace]?.last ?? 0) + 1
  const targetIs = findProcess(is.processes, processes.get(targetWas.id) ?? 0)
  return targetIs && pidIn(is.processes, targetIs, callerIs.namespace)
}

/** undefined: who acts, or is acted on, is not there any more. */
const rename = (played: Played, names: Names, action: Action): Action | undefined => {
  const by = names.processes.get(action.by)
  if (by === undefined || findProcess(played.is.processes, by)?.life.is !== 'running') return undefined
  if ('of' in action) {
    const of = names.processes.get(action.of)
    return of === undefined ? undefined : { ...action, by, of }
  }
  if ('at' in action) return { ...action, by, at: names.mounts.get(action.at) ?? action.at }
  if (!('pid' in action)) return { ...action, by }
  const pid = pidFor(played, names, action.pid, action.by)
  return pid === undefined ? undefined : { ...action, by, pid }
}

const bornBetween = (before: State, after: State): number | undefined =>
  after.processes.processes.find(({ id }) => !findProcess(before.processes, id))?.id

export const renumber = (
  actions: readonly Action[],
  from: Input,
  to: Input,
  keep: (at: number) => boolean = () => true,
): readonly Action[] => {
  const processes = new Map([
    [1, 1],
    [from.pid, to.pid],
  ])
  const names: Names = { processes, mounts: new Map() }
  const renamed: Action[] = []
  let played: Played = { was: init(from), is: init(to) }
  actions.forEach((action, at) => {
    const was = step(played.was, action)
    const other = keep(at) ? rename(played, names, action) : undefined
    const is = other && step(played.is, other)
    if (other && is) {
      const [childWas, childIs] = [bornBetween(played.was, was.state), bornBetween(played.is, is.state)]
      if (childWas !== undefined && childIs !== undefined) names.processes.set(childWas, childIs)
      if (was.outcome.is === 'mounted' && is.outcome.is === 'mounted')
        names.mounts.set(was.outcome.at, is.outcome.at)
      renamed.push(other)
    }
    played = { was: settle(was.state), is: is ? settle(is.state) : played.is }
  })
  return renamed
}
