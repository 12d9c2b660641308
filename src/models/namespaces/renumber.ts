/** A program for another start: in a sandbox the shell is 2, in a story 4021, and everyone after it counts on. */
import { settle } from './cases.ts'
import { findProcess } from './find.ts'
import { init, step } from './step.ts'
import type { Action, Input } from './types.ts'

export const renumber = (actions: readonly Action[], from: Input, to: Input): readonly Action[] => {
  const shifted = (id: number): number => (id < from.pid ? id : id + to.pid - from.pid)
  let state = init(from)
  return actions.map((action) => {
    const outermost = findProcess(state, action.by)?.namespace === 0
    state = settle(step(state, action).state)
    const by = shifted(action.by)
    if ('pid' in action && outermost) return { ...action, by, pid: shifted(action.pid) }
    return 'of' in action ? { ...action, by, of: shifted(action.of) } : { ...action, by }
  })
}
