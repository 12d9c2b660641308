/** One test for each rule, titled by it. Each runs a program from the start and looks at the reasons of its last move. */
import { expect, test } from 'vitest'
import {
  enabled,
  findProcess,
  init,
  observe,
  rules,
  settle,
  step,
  type Action,
  type Input,
  type Rule,
  type State,
  type Step,
} from './index.ts'

const shell = 4021

/** The last action of a program with everything that follows from it by itself. */
const run = (actions: readonly Action[], input: Partial<Input> = {}): Step => {
  const before = actions
    .slice(0, -1)
    .reduce((state, action) => settle(step(state, action).state), init(input))
  const last = actions.at(-1)
  if (!last) throw new Error('a program needs an action')
  let so = step(before, last)
  for (let [next] = enabled(so.state); next; [next] = enabled(so.state)) {
    const moved = step(so.state, next)
    so = { state: moved.state, outcome: so.outcome, trace: [...so.trace, ...moved.trace] }
  }
  return so
}

const fork = (by: number, comm = 'sleep'): Action => ({ do: 'fork', by, comm })
const clone = (by: number, comm = 'bash'): Action => ({ do: 'clone', by, comm })
const unshare = (by: number): Action => ({ do: 'unshare', by })
const exit = (by: number, status = 0): Action => ({ do: 'exit', by, status })
const wait = (by: number): Action => ({ do: 'wait', by })
const kill = (by: number, pid: number, signal: 'TERM' | 'KILL' = 'KILL'): Action => ({
  do: 'kill',
  by,
  pid,
  signal,
})
const handle = (by: number, signal: 'TERM' | 'KILL'): Action => ({ do: 'handle', by, signal })

const lifeOf = (state: State, id: number) => findProcess(state, id)?.life.is ?? 'gone'

type Expected = {
  readonly outcome?: Step['outcome']
  readonly facts: object
  readonly then?: (step: Step) => void
}

/** program → what its last move must say */
const tests: Readonly<Record<Rule, readonly [readonly Action[], Expected, Partial<Input>?]>> = {
  'namespaces/number-at-each-level': [
    [clone(shell), fork(4022)],
    { outcome: { is: 'pid', pid: 2 }, facts: { pids: [4023, 2], namespace: 1 } },
  ],
  'namespaces/first-is-one': [
    [unshare(shell), fork(shell)],
    { outcome: { is: 'pid', pid: 4022 }, facts: { namespace: 1 } },
  ],
  'namespaces/unshare-moves-children': [
    [unshare(shell)],
    {
      outcome: { is: 'done' },
      facts: { own: 0, children: 1 },
      then: ({ state }) => expect(findProcess(state, shell)?.pids).toEqual([shell]),
    },
  ],
  'namespaces/clone-enters': [
    [clone(shell)],
    {
      outcome: { is: 'pid', pid: 4022 },
      facts: { child: 1, own: 0 },
      then: ({ state }) => expect(findProcess(step(state, fork(shell)).state, 4023)?.namespace).toBe(0),
    },
  ],
  'namespaces/unshare-once': [
    [unshare(shell), unshare(shell)],
    { outcome: { is: 'error', errno: 'EINVAL' }, facts: { own: 0, children: 1 } },
  ],
  'namespaces/depth-limit': [
    [clone(shell), clone(4022)],
    { outcome: { is: 'error', errno: 'ENOSPC' }, facts: { level: 33, limit: 32 } },
    { level: 31 },
  ],
  'namespaces/closed-to-new': [
    [unshare(shell), fork(shell), exit(4022), wait(shell), fork(shell)],
    { outcome: { is: 'error', errno: 'ENOMEM' }, facts: { namespace: 1 } },
  ],
  'namespaces/numbers-spent': [
    [unshare(shell), fork(shell), exit(4022), fork(shell)],
    {
      facts: { next: 4024, namespace: 0 },
      then: ({ state }) => expect(step(state, fork(1)).outcome).toEqual({ is: 'pid', pid: 4024 }),
    },
  ],
  'namespaces/handler-set': [[handle(shell, 'TERM')], { outcome: { is: 'done' }, facts: { signal: 'TERM' } }],
  'namespaces/handler-refused': [
    [handle(shell, 'KILL')],
    { outcome: { is: 'error', errno: 'EINVAL' }, facts: { signal: 'KILL' } },
  ],
  'namespaces/kill-unseen': [
    [clone(shell), kill(4022, shell)],
    { outcome: { is: 'error', errno: 'ESRCH' }, facts: { pid: shell, namespace: 1 } },
  ],
  'namespaces/kill-ends': [
    [clone(shell), fork(4022), kill(4022, 2, 'TERM')],
    {
      outcome: { is: 'done' },
      facts: { target: 'sleep 4023', signal: 'TERM' },
      then: ({ state }) => expect(lifeOf(state, 4023)).toBe('zombie'),
    },
  ],
  'namespaces/kill-handled': [
    [clone(shell), handle(4022, 'TERM'), kill(4022, 1, 'TERM')],
    {
      outcome: { is: 'done' },
      facts: { target: 'bash 4022', signal: 'TERM' },
      then: ({ state }) => expect(lifeOf(state, 4022)).toBe('running'),
    },
  ],
  'namespaces/kill-too-late': [
    [fork(shell), exit(4022), kill(shell, 4022)],
    {
      outcome: { is: 'done' },
      facts: { target: 'sleep 4022', zombie: true },
      then: ({ state }) => expect(lifeOf(state, 4022)).toBe('zombie'),
    },
  ],
  'namespaces/one-ignores-its-own': [
    [clone(shell), fork(4022), kill(4023, 1)],
    {
      outcome: { is: 'done' },
      facts: { target: 'bash 4022', signal: 'KILL', namespace: 1 },
      then: ({ state }) => expect(lifeOf(state, 4022)).toBe('running'),
    },
  ],
  'namespaces/one-ignores-unhandled': [
    [clone(shell), kill(shell, 4022, 'TERM')],
    {
      outcome: { is: 'done' },
      facts: { target: 'bash 4022', signal: 'TERM', from: 0 },
      then: ({ state }) => expect(lifeOf(state, 4022)).toBe('running'),
    },
  ],
  'namespaces/one-killed-from-above': [
    [clone(shell), kill(shell, 4022)],
    {
      outcome: { is: 'done' },
      facts: { target: 'bash 4022', from: 0, namespace: 1 },
      then: ({ state }) => expect(lifeOf(state, 4022)).toBe('zombie'),
    },
  ],
  'namespaces/exit-leaves-zombie': [
    [fork(shell), exit(4022, 256 + 3)],
    { outcome: { is: 'done' }, facts: { parent: 'bash 4021', end: { by: 'exit', status: 3 } } },
  ],
  'namespaces/orphan-adopted': [
    [clone(shell), fork(4022, 'sh'), fork(4023), exit(4023)],
    {
      outcome: { is: 'done' },
      facts: { from: 'sh 4023', by: 'bash 4022', reaperOf: 1, own: 1 },
      then: ({ state }) => expect(observe(state)[1]?.ps.find(({ pid }) => pid === 3)?.ppid).toBe(1),
    },
  ],
  'namespaces/one-takes-all': [
    [clone(shell), fork(4022), clone(4022), fork(4024), exit(4022)],
    {
      outcome: { is: 'done' },
      facts: { namespace: 1, killed: 3 },
      then: ({ state }) => {
        expect([4022, 4023, 4024, 4025].map((id) => lifeOf(state, id))).toEqual([
          'zombie',
          'gone',
          'gone',
          'gone',
        ])
      },
    },
  ],
  'namespaces/one-waits': [
    [unshare(shell), fork(shell), fork(shell), exit(4022)],
    {
      outcome: { is: 'done' },
      facts: { namespace: 1, left: 1 },
      then: ({ state }) => {
        expect([lifeOf(state, 4022), lifeOf(state, 4023)]).toEqual(['ending', 'zombie'])
        const reaped = settle(step(state, wait(shell)).state)
        expect([lifeOf(reaped, 4022), lifeOf(reaped, 4023)]).toEqual(['zombie', 'gone'])
      },
    },
  ],
  'namespaces/reaped-at-once': [
    [clone(shell), fork(4022), exit(4022)],
    {
      facts: { parent: 'bash 4022' },
      then: ({ state }) => expect(lifeOf(state, 4023)).toBe('gone'),
    },
  ],
  'namespaces/wait-reaps': [
    [clone(shell), fork(4022), exit(4023, 7), wait(4022)],
    {
      outcome: { is: 'pid', pid: 2 },
      facts: { child: 'sleep 4023', pid: 2, end: { by: 'exit', status: 7 } },
    },
  ],
  'namespaces/wait-nothing-yet': [
    [fork(shell), wait(shell)],
    { outcome: { is: 'nothing-yet' }, facts: { children: 1 } },
  ],
  'namespaces/wait-childless': [[wait(shell)], { outcome: { is: 'error', errno: 'ECHILD' }, facts: {} }],
  'namespaces/host-panics': [
    [exit(1, 1)],
    {
      outcome: { is: 'panic' },
      facts: { end: { by: 'exit', status: 1 } },
      then: ({ state }) => expect(state.processes).toEqual([]),
    },
  ],
}

test.each(Object.entries(tests))('%s', (rule, [program, expected, input]) => {
  const last = run(program, input)
  const reason = last.trace.find((said) => said.rule === rule)
  expect(reason).toMatchObject({ rule, verdict: rules[rule as Rule], facts: expected.facts })
  if (expected.outcome) expect(last.outcome).toEqual(expected.outcome)
  expected.then?.(last)
})
