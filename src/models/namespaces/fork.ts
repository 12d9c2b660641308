import { changeNamespace } from './change.ts'
import { findNamespace, lineage, numberIn } from './find.ts'
import type { Kind } from './kinds.ts'
import { makeNamespaces } from './make-namespaces.ts'
import { because, type Trace } from './rules.ts'
import type { NamespaceId, Process, State } from './types.ts'
import type { Step } from './result.ts'

/** One number in the namespace and in each around it (alloc_pid takes them all before it looks for a reason not to). */
const takeNumbers = (state: State, namespace: NamespaceId): { state: State; pids: readonly number[] } => {
  const around = lineage(state, namespace)
  const taken = around.reduce((so, { id, last }) => changeNamespace(so, id, { last: last + 1 }), state)
  return { state: taken, pids: around.map(({ last }) => last + 1) }
}

type Entered = Pick<Process, 'user' | 'capable' | 'in' | 'timeForChildren'>

const bear = (
  state: State,
  parent: Process,
  into: NamespaceId,
  comm: string | undefined,
  first: Trace,
  entered: Entered = parent,
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
    handles: comm === undefined ? parent.handles : [], // who has another name starts with the defaults
    user: entered.user,
    capable: entered.capable,
    guardedBy: parent.guardedBy,
    in: { ...entered.in, time: entered.timeForChildren },
    timeForChildren: entered.timeForChildren,
    subreaper: false,
    life: { is: 'running' },
  }
  const born = { ...taken.state, processes: [...taken.state.processes, child] }
  const isFirst = findNamespace(state, into).reaper === undefined
  return {
    state: isFirst ? changeNamespace(born, into, { reaper: child.id }) : born,
    outcome: { is: 'pid', pid: numberIn(born, child, parent.namespace) },
    trace: [
      ...first,
      because('namespaces/number-at-each-level', child, { pids: child.pids, namespace: into }),
      ...(isFirst ? [because('namespaces/first-is-one', child, { namespace: into })] : []),
    ],
  }
}

export const fork = (state: State, parent: Process, comm?: string): Step =>
  bear(state, parent, parent.forChildren, comm, [])

/** clone: the child alone enters, the caller's later children stay where they were. */
export const clone = (
  state: State,
  parent: Process,
  comm?: string,
  wanted: readonly Kind[] = ['pid'],
): Step => {
  if (wanted.includes('time')) return { state, outcome: { is: 'left-out' }, trace: [] } // it takes clone3
  const made = makeNamespaces(state, parent, wanted)
  if ('refused' in made) return made.refused
  const into = made.pid ?? parent.forChildren
  const entered = because('namespaces/clone-enters', parent, { child: into, own: parent.forChildren })
  const first = made.pid === undefined ? made.trace : [...made.trace, entered]
  return bear(made.state, parent, into, comm, first, made.entered)
}
