import { changeProcess } from './change.ts'
import { findNamespace } from './find.ts'
import { because } from './rules.ts'
import type { Errno, NamespaceId, Process, State } from './types.ts'
import type { Step } from './result.ts'

/** MAX_PID_NS_LEVEL in include/linux/pid_namespace.h */
export const maxLevel = 32

type Made = { readonly state: State; readonly id: NamespaceId }

const refuse = (state: State, errno: Errno, reason: Step['trace'][number]): { refused: Step } => ({
  refused: { state, outcome: { is: 'error', errno }, trace: [reason] },
})

/** copy_pid_ns: refused to whoever has unshared before, then to whoever would go too deep. */
export const makeNamespace = (state: State, maker: Process): Made | { readonly refused: Step } => {
  const own = findNamespace(state, maker.namespace)
  if (maker.forChildren !== own.id) {
    const facts = { own: own.id, children: maker.forChildren }
    return refuse(state, 'EINVAL', because('namespaces/unshare-once', maker, facts))
  }
  const level = own.level + 1
  if (level > maxLevel)
    return refuse(state, 'ENOSPC', because('namespaces/depth-limit', maker, { level, limit: maxLevel }))
  const id = state.namespaces.length
  const made = { id, parent: own.id, level, last: 0, reaper: undefined, open: true }
  return { state: { ...state, namespaces: [...state.namespaces, made] }, id }
}

/** unshare with CLONE_NEWPID: the caller keeps its numbers, its children to come go elsewhere. */
export const unshare = (state: State, caller: Process): Step => {
  const made = makeNamespace(state, caller)
  if ('refused' in made) return made.refused
  return {
    state: changeProcess(made.state, caller.id, { forChildren: made.id }),
    outcome: { is: 'done' },
    trace: [
      because('namespaces/unshare-moves-children', caller, { own: caller.namespace, children: made.id }),
    ],
  }
}
