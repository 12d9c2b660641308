/**
 * prctl(PR_SET_CHILD_SUBREAPER): whoever takes in the orphans below it, within one PID namespace. The kernel also notes
 * below whom there is one (has_child_subreaper), and saves itself the walk up where there is none.
 */
import { changeProcess } from './change.ts'
import { findProcess } from './find.ts'
import { because } from './rules.ts'
import type { Process, State } from './types.ts'
import type { Step } from './result.ts'

/** The nearest ancestor in the same namespace that is one: whoever has children still lives. */
export const findSubreaper = (state: State, process: Process): Process | undefined => {
  const parent = findProcess(state, process.parent)
  if (parent?.namespace !== process.namespace) return undefined
  return parent.subreaper ? parent : findSubreaper(state, parent)
}

export const becomeSubreaper = (state: State, process: Process): Step => ({
  state: changeProcess(state, process.id, { subreaper: true }),
  outcome: { is: 'done' },
  trace: [because('namespaces/subreaper-set', process, {})],
})
