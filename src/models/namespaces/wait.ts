import { release } from './change.ts'
import { childrenOf, numberIn } from './find.ts'
import { because, nameOf } from './rules.ts'
import type { Process, State } from './types.ts'
import type { Step } from './result.ts'

/** waitpid(-1, WNOHANG) */
export const wait = (state: State, parent: Process): Step => {
  const children = childrenOf(state, parent.id)
  if (children.length === 0)
    return {
      state,
      outcome: { is: 'error', errno: 'ECHILD' },
      trace: [because('namespaces/wait-childless', parent, {})],
    }
  for (const child of children) {
    if (child.life.is !== 'zombie') continue
    const pid = numberIn(state, child, parent.namespace)
    const reaped = because('namespaces/wait-reaps', parent, {
      child: nameOf(child),
      pid,
      end: child.life.end,
    })
    return { state: release(state, child.id), outcome: { is: 'pid', pid }, trace: [reaped] }
  }
  const none = because('namespaces/wait-nothing-yet', parent, { children: children.length })
  return { state, outcome: { is: 'nothing-yet' }, trace: [none] }
}
