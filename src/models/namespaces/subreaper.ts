/** prctl(PR_SET_CHILD_SUBREAPER): whoever takes in the orphans below it, within one PID namespace. */
import { changeProcess } from './change.ts'
import { childrenOf, findProcess, isOne } from './find.ts'
import { because } from './rules.ts'
import type { Process, State } from './types.ts'
import type { Step } from './result.ts'

/** The nearest ancestor in the same namespace that is one and still lives. */
export const findSubreaper = (state: State, process: Process): Process | undefined => {
  const parent = findProcess(state, process.parent)
  if (!parent || parent.namespace !== process.namespace) return undefined
  const lives = parent.life.is === 'running' || parent.life.is === 'doomed'
  return parent.subreaper && lives ? parent : findSubreaper(state, parent)
}

/** Descendants learn of it, but for those behind a process 1: they would never get out to it. */
const tellBelow = (state: State, above: Process): State =>
  childrenOf(state, above.id).reduce(
    (so, child) =>
      child.underSubreaper || isOne(so, child)
        ? so
        : tellBelow(changeProcess(so, child.id, { underSubreaper: true }), child),
    state,
  )

export const becomeSubreaper = (state: State, process: Process): Step => ({
  state: tellBelow(changeProcess(state, process.id, { subreaper: true }), process),
  outcome: { is: 'done' },
  trace: [because('namespaces/subreaper-set', process, {})],
})
