/** do_exit: a process 1 first empties its namespace; then orphans are given away and the parent is told. */
import { changeNamespace, changeProcess, release } from './change.ts'
import { childrenOf, findProcess, isOne, membersOf, reaperOf } from './find.ts'
import { because, nameOf, type Trace } from './rules.ts'
import type { End, Process, State } from './types.ts'
import type { Step } from './result.ts'
import { findSubreaper } from './subreaper.ts'

type Part = { readonly state: State; readonly trace: Trace }

/** A process 1 that is ending ignores SIGCHLD, so its children leave no zombies. */
const reapsAtOnce = (state: State, parent: number): boolean =>
  findProcess(state, parent)?.life.is === 'ending'

const adoptOne = (state: State, orphan: Process, from: Process, reaper: Process): Part => {
  const rest = release(state, orphan.id).processes
  const adopted = { ...state, processes: [...rest, { ...orphan, parent: reaper.id }] }
  const facts = { from: nameOf(from), by: nameOf(reaper), reaperOf: reaper.namespace, own: orphan.namespace }
  const given = isOne(state, reaper)
    ? because('namespaces/orphan-adopted', orphan, facts)
    : because('namespaces/orphan-to-subreaper', orphan, facts)
  return orphan.life.is === 'zombie' && reapsAtOnce(state, reaper.id)
    ? {
        state: release(adopted, orphan.id),
        trace: [given, because('namespaces/reaped-at-once', orphan, { parent: nameOf(reaper) })],
      }
    : { state: adopted, trace: [given] }
}

/**
 * find_new_reaper: the nearest subreaper above in the same PID namespace, else the process 1 of the namespace of the
 * parent that died, wherever the orphan itself lives.
 */
const giveAwayChildren = (state: State, father: Process): Part => {
  const reaper = findSubreaper(state, father) ?? reaperOf(state, father.namespace)
  return childrenOf(state, father.id).reduce<Part>(
    (so, orphan) => {
      const given = adoptOne(so.state, orphan, father, reaper)
      return { state: given.state, trace: [...so.trace, ...given.trace] }
    },
    { state, trace: [] },
  )
}

const leave = (state: State, process: Process, end: End): Part => {
  const given = giveAwayChildren(state, process)
  const parent = findProcess(given.state, process.parent)
  const facts = { parent: parent ? nameOf(parent) : '' }
  if (reapsAtOnce(given.state, process.parent)) {
    const reaped = because('namespaces/reaped-at-once', process, facts)
    return { state: release(given.state, process.id), trace: [...given.trace, reaped] }
  }
  const left = because('namespaces/exit-leaves-zombie', process, { ...facts, end })
  return {
    state: changeProcess(given.state, process.id, { life: { is: 'zombie', end } }),
    trace: [...given.trace, left],
  }
}

const othersIn = (state: State, one: Process): readonly Process[] =>
  membersOf(state, one.namespace).filter((process) => process.id !== one.id)

export const isAlone = (state: State, one: Process): boolean => othersIn(state, one).length === 0

/** zap_pid_ns_processes: no new members, KILL to all there are, one's own zombies reaped. */
const closeNamespace = (state: State, one: Process, end: End): Part => {
  const ending = changeProcess(changeNamespace(state, one.namespace, { open: false }), one.id, {
    life: { is: 'ending', end },
  })
  const others = othersIn(ending, one)
  const emptied = others.reduce((so, process) => {
    if (process.life.is === 'zombie' && process.parent === one.id) return release(so, process.id)
    if (process.life.is !== 'running') return so
    return changeProcess(so, process.id, { life: { is: 'doomed', end: { by: 'signal', signal: 'KILL' } } })
  }, ending)
  const facts = {
    namespace: one.namespace,
    killed: others.filter(({ life }) => life.is === 'running').length,
  }
  return { state: emptied, trace: [because('namespaces/one-takes-all', one, facts)] }
}

const exitOne = (state: State, one: Process, end: End): Part => {
  const closed = closeNamespace(state, one, end)
  const left = othersIn(closed.state, one).length
  if (left > 0) {
    const waits = because('namespaces/one-waits', one, { namespace: one.namespace, left })
    return { state: closed.state, trace: [...closed.trace, waits] }
  }
  const gone = leave(closed.state, one, end)
  return { state: gone.state, trace: [...closed.trace, ...gone.trace] }
}

/** Of the outermost process 1: the end of the machine. */
const panic = (state: State, process: Process, end: End): Step => ({
  state: {
    ...state,
    namespaces: state.namespaces.map((one) => ({ ...one, open: false })),
    processes: [],
  },
  outcome: { is: 'panic' },
  trace: [because('namespaces/host-panics', process, { end })],
})

export const exit = (state: State, process: Process, end: End): Step => {
  if (process.parent === 0) return panic(state, process, end)
  return { ...(isOne(state, process) ? exitOne : leave)(state, process, end), outcome: { is: 'done' } }
}

/** The end of a process 1 that has waited for its namespace to be empty. */
export const finish = (state: State, one: Process, end: End): Step => ({
  ...leave(state, one, end),
  outcome: { is: 'done' },
})
