/**
 * execve: another program in the same process (fs/exec.c: begin_new_exec; security/commoncap.c: cap_bprm_creds_from_file).
 * Numbers, parent, children, namespaces and being a subreaper stay. Left out: files that are set-uid or have capabilities.
 */
import { changeProcess } from './change.ts'
import { insideNumber } from './capable.ts'
import { isOne } from './find.ts'
import { because, type Reason } from './rules.ts'
import type { Process, State } from './types.ts'
import type { Step } from './result.ts'

/** What it had before counts for nothing: uid 0 of its user namespace has all capabilities, everyone else none. */
const recount = (state: State, { user, capable: had }: Process): Pick<Process, 'capable' | 'guardedBy'> => {
  const capable = insideNumber(state, user, 'uid', 0) === 0
  return { capable, guardedBy: capable && !had ? user : undefined }
}

const tellCapabilities = (process: Process, has: boolean): readonly Reason[] => {
  if (has === process.capable) return []
  const facts = { user: process.user }
  return has
    ? [because('namespaces/exec-gives-capabilities', process, facts)]
    : [because('namespaces/exec-takes-capabilities', process, facts)]
}

export const exec = (state: State, process: Process, comm: string): Step => {
  const counted = recount(state, process)
  const waits = process.timeForChildren !== process.in.time
  const enters = waits && state.kernel !== '6.1'
  const { handles: signals } = process
  const forgotten = { signals, one: isOne(state, process) }
  return {
    state: changeProcess(state, process.id, {
      ...{ comm, handles: [], ...counted },
      ...(enters ? { in: { ...process.in, time: process.timeForChildren } } : {}),
    }),
    outcome: { is: 'done' },
    trace: [
      because('namespaces/exec-replaces', process, { program: comm }),
      ...(signals.length > 0 ? [because('namespaces/exec-forgets-handlers', process, forgotten)] : []),
      ...tellCapabilities(process, counted.capable),
      ...(enters ? [because('namespaces/exec-enters-time', process, {})] : []),
      ...(waits && !enters ? [because('namespaces/exec-stays-in-time', process, {})] : []),
    ],
  }
}
