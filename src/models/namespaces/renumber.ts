/**
 * A program for another start, or without some of its actions: everyone born gets other numbers then. So it is played
 * twice, as it was and as it becomes, and whoever is named in it is named anew.
 */
import { settle } from './cases.ts'
import { findByPid, findNamespace, findProcess, pidIn } from './find.ts'
import { init, step } from './step.ts'
import type { Action, Input, ProcessId, State } from './types.ts'

type Names = ReadonlyMap<ProcessId, ProcessId>

/** A number that nobody had stays one that nobody has. */
const pidFor = (pid: number, by: readonly [ProcessId, ProcessId], was: State, is: State, names: Names) => {
  const [actorWas, actorIs] = [findProcess(was, by[0]), findProcess(is, by[1])]
  if (!actorWas || !actorIs) return undefined
  const targetWas = findByPid(was, actorWas.namespace, pid)
  if (!targetWas) return findNamespace(is, actorIs.namespace).last + 1
  const targetIs = findProcess(is, names.get(targetWas.id) ?? 0)
  return targetIs && pidIn(is, targetIs, actorIs.namespace)
}

/** undefined: who acts, or is acted on, is not there any more. */
const rename = (action: Action, was: State, is: State, names: Names): Action | undefined => {
  const by = names.get(action.by)
  if (by === undefined || findProcess(is, by)?.life.is !== 'running') return undefined
  if ('of' in action) {
    const of = names.get(action.of)
    return of === undefined || findProcess(is, of)?.life.is !== 'running' ? undefined : { ...action, by, of }
  }
  if (!('pid' in action)) return { ...action, by }
  const pid = pidFor(action.pid, [action.by, by], was, is, names)
  return pid === undefined ? undefined : { ...action, by, pid }
}

const bornBetween = (before: State, after: State): ProcessId | undefined =>
  after.processes.find(({ id }) => !findProcess(before, id))?.id

export const renumber = (
  actions: readonly Action[],
  from: Input,
  to: Input,
  keep: (at: number) => boolean = () => true,
): readonly Action[] => {
  const names = new Map([
    [1, 1],
    [from.pid, to.pid],
  ])
  const renamed: Action[] = []
  let [was, is] = [init(from), init(to)]
  actions.forEach((action, at) => {
    const afterWas = step(was, action).state
    const other = keep(at) ? rename(action, was, is, names) : undefined
    if (other) {
      const afterIs = step(is, other).state
      const [childWas, childIs] = [bornBetween(was, afterWas), bornBetween(is, afterIs)]
      if (childWas !== undefined && childIs !== undefined) names.set(childWas, childIs)
      renamed.push(other)
      is = settle(afterIs)
    }
    was = settle(afterWas)
  })
  return renamed
}
