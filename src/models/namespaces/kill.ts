import { changeProcess } from './change.ts'
import { findByPid, isOne } from './find.ts'
import { because, nameOf, type Reason } from './rules.ts'
import type { Outcome, Process, Signal, State } from './types.ts'
import type { Step } from './result.ts'

const done: Outcome = { is: 'done' }

/** sig_task_ignored: what process 1 has no handler for does not reach it, but for KILL from further out. */
const ignoredByOne = (state: State, sender: Process, target: Process, signal: Signal): Reason | undefined => {
  if (!isOne(state, target) || target.handles.includes(signal)) return undefined
  const facts = { target: nameOf(target), signal }
  if (sender.namespace === target.namespace)
    return because('namespaces/one-ignores-its-own', sender, { ...facts, namespace: target.namespace })
  if (signal !== 'KILL')
    return because('namespaces/one-ignores-unhandled', sender, { ...facts, from: sender.namespace })
  return undefined
}

const doom = (state: State, sender: Process, target: Process, signal: Signal): Step => ({
  state: changeProcess(state, target.id, { life: { is: 'doomed', end: { by: 'signal', signal } } }),
  outcome: done,
  trace: [
    isOne(state, target)
      ? because('namespaces/one-killed-from-above', sender, {
          target: nameOf(target),
          from: sender.namespace,
          namespace: target.namespace,
        })
      : because('namespaces/kill-ends', sender, { target: nameOf(target), signal }),
  ],
})

export const kill = (state: State, sender: Process, pid: number, signal: Signal): Step => {
  if (pid < 1) return { state, outcome: { is: 'left-out' }, trace: [] } // 0 and less name process groups
  const target = findByPid(state, sender.namespace, pid)
  if (!target) {
    const unseen = because('namespaces/kill-unseen', sender, { pid, namespace: sender.namespace })
    return { state, outcome: { is: 'error', errno: 'ESRCH' }, trace: [unseen] }
  }
  const name = nameOf(target)
  if (target.life.is !== 'running') {
    const facts = { target: name, zombie: target.life.is === 'zombie' }
    return { state, outcome: done, trace: [because('namespaces/kill-too-late', sender, facts)] }
  }
  const ignored = ignoredByOne(state, sender, target, signal)
  if (ignored) return { state, outcome: done, trace: [ignored] }
  if (target.handles.includes(signal))
    return {
      state,
      outcome: done,
      trace: [because('namespaces/kill-handled', sender, { target: name, signal })],
    }
  return doom(state, sender, target, signal)
}

export const handle = (state: State, process: Process, signal: Signal): Step =>
  signal === 'KILL'
    ? {
        state,
        outcome: { is: 'error', errno: 'EINVAL' },
        trace: [because('namespaces/handler-refused', process, { signal })],
      }
    : {
        state: changeProcess(state, process.id, {
          handles: [...new Set([...process.handles, signal])].sort(),
        }),
        outcome: done,
        trace: [because('namespaces/handler-set', process, { signal })],
      }
