import { changeNamespace } from './change.ts'
import { findNamespace, lineage, pidIn } from './find.ts'
import { makeNamespace } from './make-namespace.ts'
import { because, type Trace } from './rules.ts'
import type { NamespaceId, Process, State } from './types.ts'
import type { Step } from './result.ts'

/** One number in the namespace and in each around it (alloc_pid takes them all before it looks for a reason not to). */
const takeNumbers = (state: State, namespace: NamespaceId): { state: State; pids: readonly number[] } => {
  const around = lineage(state, namespace)
  const taken = around.reduce((so, { id, last }) => changeNamespace(so, id, { last: last + 1 }), state)
  return { state: taken, pids: around.map(({ last }) => last + 1) }
}

const bear = (
  state: State,
  parent: Process,
  into: NamespaceId,
  comm: string | undefined,
  first: Trace,
): Step => {
  const taken = takeNumbers(state, into)
  const outermost = findNamespace(taken.state, 0)
  if (!findNamespace(state, into).open)
    return {
      state: taken.state,
      outcome: { is: 'error', errno: 'ENOMEM' },
      trace: [
        ...first,
        because('namespaces/closed-to-new', parent, { namespace: into }),
        because('namespaces/numbers-spent', parent, { next: outermost.last + 1, namespace: 0 }),
      ],
    }
  const child: Process = {
    id: outermost.last,
    comm: comm ?? parent.comm,
    parent: parent.id,
    namespace: into,
    forChildren: into,
    pids: taken.pids,
    handles: comm === undefined ? parent.handles : [], // a new program starts with the defaults
    life: { is: 'running' },
  }
  const born = { ...taken.state, processes: [...taken.state.processes, child] }
  const isFirst = findNamespace(state, into).reaper === undefined
  return {
    state: isFirst ? changeNamespace(born, into, { reaper: child.id }) : born,
    outcome: { is: 'pid', pid: pidIn(born, child, parent.namespace) ?? 0 },
    trace: [
      ...first,
      because('namespaces/number-at-each-level', child, { pids: child.pids, namespace: into }),
      ...(isFirst ? [because('namespaces/first-is-one', child, { namespace: into })] : []),
    ],
  }
}

export const fork = (state: State, parent: Process, comm?: string): Step =>
  bear(state, parent, parent.forChildren, comm, [])

/** clone with CLONE_NEWPID: the child alone enters, the caller's later children stay where they were. */
export const clone = (state: State, parent: Process, comm?: string): Step => {
  const made = makeNamespace(state, parent)
  if ('refused' in made) return made.refused
  const entered = because('namespaces/clone-enters', parent, { child: made.id, own: parent.namespace })
  return bear(made.state, parent, made.id, comm, [entered])
}
