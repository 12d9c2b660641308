/** One test for each rule, titled by it. Each runs a program from the start and looks at the reasons of its last move. */
import { expect, test } from 'vitest'
import {
  enabled,
  findProcess,
  idsOf,
  init,
  links,
  observe,
  observeKinds,
  rules,
  settle,
  step,
  type Action,
  type Errno,
  type Extent,
  type Input,
  type Kind,
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
const exec = (by: number, comm = 'cat'): Action => ({ do: 'exec', by, comm })
const handle = (by: number, signal: 'TERM' | 'KILL'): Action => ({ do: 'handle', by, signal })

const make = (by: number, ...kinds: Kind[]): Action => ({ do: 'unshare', by, kinds })
const cloneIn = (by: number, ...kinds: Kind[]): Action => ({ do: 'clone', by, comm: 'sh', kinds })
const setns = (by: number, pid: number, ...kinds: Kind[]): Action => ({ do: 'setns', by, pid, kinds })
const subreaper = (by: number): Action => ({ do: 'subreaper', by })
const drop = (by: number): Action => ({ do: 'drop', by })
const map = (by: number, of: number, file: 'uid' | 'gid', ...extents: Extent[]): Action => ({
  do: 'map',
  by,
  of,
  file,
  extents,
})
const setgroups = (by: number, of: number, to: 'allow' | 'deny'): Action => ({ do: 'setgroups', by, of, to })

const refused = (errno: Errno) => ({ outcome: { is: 'error', errno } }) as const
const done = { outcome: { is: 'done' } } as const

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
  'namespaces/subreaper-set': [
    [fork(shell), subreaper(shell)],
    { ...done, facts: {}, then: ({ state }) => expect(findProcess(state, shell)?.subreaper).toBe(true) },
  ],
  'namespaces/orphan-to-subreaper': [
    [subreaper(shell), fork(shell, 'sh'), fork(4022), exit(4022)],
    {
      ...done,
      facts: { from: 'sh 4022', by: 'bash 4021' },
      then: ({ state }) => expect(findProcess(state, 4023)?.parent).toBe(shell),
    },
  ],
  'namespaces/others-made': [
    [make(shell, 'uts', 'net')],
    {
      ...done,
      facts: { kinds: ['uts', 'net'], user: 0 },
      then: ({ state }) => {
        const [one, bash] = observeKinds(state)
        const differ = links.filter((_, at) => one?.ns[at] !== bash?.ns[at])
        expect(differ).toEqual(['net', 'uts'])
      },
    },
  ],
  'namespaces/time-moves-children': [
    [make(shell, 'time')],
    {
      ...done,
      facts: {},
      then: ({ state }) => {
        expect(findProcess(state, shell)?.in.time).toBe(findProcess(state, 1)?.in.time)
        const born = step(state, fork(shell)).state
        expect(findProcess(born, 4022)?.in.time).toBe(findProcess(born, shell)?.timeForChildren)
        expect(findProcess(born, 4022)?.in.time).not.toBe(findProcess(born, 1)?.in.time)
      },
    },
  ],
  'namespaces/user-made': [
    [drop(shell), make(shell, 'user', 'uts')],
    {
      ...done,
      facts: { user: 1, parent: 0 },
      then: ({ state }) => {
        expect(findProcess(state, shell)).toMatchObject({ user: 1, capable: true })
        expect(idsOf(state, findProcess(state, shell)!)).toEqual([65534, 65534])
      },
    },
  ],
  'namespaces/user-needs-numbers': [
    [make(shell, 'user'), make(shell, 'user')],
    { ...refused('EPERM'), facts: { user: 1 } },
  ],
  'namespaces/needs-capability': [
    [drop(shell), cloneIn(shell, 'pid', 'net')],
    { ...refused('EPERM'), facts: { kinds: ['pid', 'net'], user: 0 } },
  ],
  'namespaces/owner-not-within': [
    [cloneIn(shell, 'user', 'pid'), setns(shell, 4022, 'pid'), fork(shell), make(4023, 'pid')],
    { ...refused('EINVAL'), facts: { own: 1, owner: 1, user: 0 } },
  ],
  'namespaces/setns-unseen': [
    [clone(shell), setns(4022, shell, 'uts')],
    { ...refused('ESRCH'), facts: { pid: shell, namespace: 1 } },
  ],
  'namespaces/setns-may-not-look': [
    [make(shell, 'user'), setns(shell, 1, 'uts')],
    { ...refused('EPERM'), facts: { target: 'systemd 1', user: 0 } },
  ],
  'namespaces/setns-dead': [
    [fork(shell), exit(4022), setns(shell, 4022, 'uts')],
    { ...refused('ESRCH'), facts: { target: 'sleep 4022' } },
  ],
  'namespaces/setns-same-user': [
    [fork(shell), setns(shell, 4022, 'user')],
    { ...refused('EINVAL'), facts: { user: 0 } },
  ],
  'namespaces/setns-not-capable': [
    [drop(shell), cloneIn(shell, 'user', 'uts'), setns(shell, 4022, 'uts')],
    { ...refused('EPERM'), facts: { kind: 'uts', user: 0 } },
  ],
  'namespaces/setns-enters': [
    [drop(shell), cloneIn(shell, 'user', 'uts'), setns(shell, 4022, 'uts', 'user')],
    {
      ...done,
      facts: { target: 'sh 4022', kinds: ['user', 'uts'] },
      then: ({ state }) => {
        const [, bash, sh] = observeKinds(state)
        expect(bash?.ns).toEqual(sh?.ns)
        expect(bash?.capable).toBe(true)
      },
    },
  ],
  'namespaces/setns-moves-children': [
    [clone(shell), setns(shell, 4022, 'pid')],
    {
      ...done,
      facts: { own: 0, children: 1 },
      then: ({ state }) => expect(step(state, fork(shell)).trace[0]?.facts).toMatchObject({ namespace: 1 }),
    },
  ],
  'namespaces/capabilities-dropped': [[drop(shell)], { ...done, facts: { user: 0 } }],
  'namespaces/map-written': [
    [cloneIn(shell, 'user'), map(shell, 4022, 'uid', [1000, 0, 1], [0, 1000, 500])],
    {
      ...done,
      facts: { user: 1, file: 'uid' },
      then: ({ state }) => expect(idsOf(state, findProcess(state, 4022)!)).toEqual([1000, 65534]),
    },
  ],
  'namespaces/map-too-far': [
    [make(shell, 'user'), map(shell, 1, 'uid', [0, 0, 1])],
    { ...refused('EPERM'), facts: { user: 0, file: 'uid', own: 1 } },
  ],
  'namespaces/map-once': [
    [make(shell, 'user'), map(shell, shell, 'uid', [0, 0, 1]), map(shell, shell, 'uid', [5, 0, 1])],
    { ...refused('EPERM'), facts: { user: 1, file: 'uid' } },
  ],
  'namespaces/map-not-capable': [
    [make(shell, 'user'), drop(shell), map(shell, shell, 'uid', [0, 0, 1])],
    { ...refused('EPERM'), facts: { user: 1, file: 'uid' } },
  ],
  'namespaces/map-malformed': [
    [make(shell, 'user'), map(shell, shell, 'uid', [0, 0, 2], [1, 7, 1])],
    {
      ...refused('EINVAL'),
      facts: {
        extents: [
          [0, 0, 2],
          [1, 7, 1],
        ],
      },
    },
  ],
  'namespaces/map-zero-guarded': [
    [drop(shell), make(shell, 'user'), map(shell, shell, 'uid', [0, 0, 1])],
    { ...refused('EPERM'), facts: { user: 1, parent: 0 } },
  ],
  'namespaces/map-not-own': [
    [make(shell, 'user'), map(shell, shell, 'uid', [0, 0, 2])],
    { ...refused('EPERM'), facts: { user: 1, parent: 0, file: 'uid' } },
  ],
  'namespaces/map-needs-deny': [
    [make(shell, 'user'), map(shell, shell, 'gid', [0, 0, 1])],
    {
      ...refused('EPERM'),
      facts: { user: 1 },
      then: ({ state }) => {
        const denied = step(state, setgroups(shell, shell, 'deny')).state
        expect(step(denied, map(shell, shell, 'gid', [0, 0, 1])).outcome).toEqual({ is: 'done' })
      },
    },
  ],
  'namespaces/map-outside-unknown': [
    [cloneIn(shell, 'user'), map(shell, 4022, 'uid', [0, 65000, 537])],
    { ...refused('EPERM'), facts: { user: 1, file: 'uid', parent: 0 } },
  ],
  'namespaces/setgroups-written': [
    [make(shell, 'user'), setgroups(shell, shell, 'deny')],
    { ...done, facts: { user: 1, to: 'deny' } },
  ],
  'namespaces/setgroups-not-capable': [
    [drop(shell), setgroups(shell, shell, 'deny')],
    { ...refused('EACCES'), facts: { user: 0 } },
  ],
  'namespaces/setgroups-final': [
    [make(shell, 'user'), setgroups(shell, shell, 'deny'), setgroups(shell, shell, 'allow')],
    { ...refused('EPERM'), facts: { user: 1 } },
  ],
  'namespaces/setgroups-too-late': [
    [setgroups(shell, shell, 'deny')],
    { ...refused('EPERM'), facts: { user: 0 } },
  ],
  'namespaces/exec-replaces': [
    [subreaper(shell), unshare(shell), fork(shell), exec(shell)],
    {
      ...done,
      facts: { program: 'cat' },
      then: ({ state }) => {
        const same = {
          pids: [shell],
          parent: 1,
          namespace: 0,
          forChildren: 1,
          subreaper: true,
          capable: true,
        }
        expect(findProcess(state, shell)).toMatchObject({ ...same, comm: 'cat' })
        expect(findProcess(state, 4022)?.parent).toBe(shell)
      },
    },
  ],
  'namespaces/exec-forgets-handlers': [
    [clone(shell), handle(4022, 'TERM'), exec(4022)],
    {
      ...done,
      facts: { signals: ['TERM'], one: true },
      then: ({ state }) => {
        const sent = step(state, kill(shell, 4022, 'TERM')).trace[0]
        expect(sent?.rule).toBe('namespaces/one-ignores-unhandled')
      },
    },
  ],
  'namespaces/exec-takes-capabilities': [
    [make(shell, 'user'), map(shell, shell, 'uid', [1000, 0, 1]), exec(shell)],
    {
      ...done,
      facts: { user: 1 },
      then: ({ state }) => {
        expect(findProcess(state, shell)?.capable).toBe(false)
        expect(step(state, make(shell, 'uts')).outcome).toEqual({ is: 'error', errno: 'EPERM' })
      },
    },
  ],
  'namespaces/exec-gives-capabilities': [
    [fork(shell), drop(shell), drop(4022), exec(4022)],
    {
      ...done,
      facts: { user: 0 },
      then: ({ state }) => {
        const dropped = step(state, drop(4022)).state
        const look = step(dropped, setns(shell, 4022, 'user'))
        expect(look.trace[0]?.rule, 'guarded, though both have nothing').toBe('namespaces/setns-may-not-look')
        expect(step(step(dropped, exec(shell)).state, setns(shell, 4022, 'user')).trace[0]?.rule).toBe(
          'namespaces/setns-same-user',
        )
      },
    },
  ],
  'namespaces/exec-enters-time': [
    [make(shell, 'time'), exec(shell)],
    {
      ...done,
      facts: {},
      then: ({ state }) => {
        const bash = findProcess(state, shell)
        expect(bash?.in.time).toBe(bash?.timeForChildren)
        expect(bash?.in.time).not.toBe(findProcess(state, 1)?.in.time)
      },
    },
  ],
  'namespaces/exec-stays-in-time': [
    [make(shell, 'time'), exec(shell)],
    {
      ...done,
      facts: {},
      then: ({ state }) => expect(findProcess(state, shell)?.in.time).toBe(findProcess(state, 1)?.in.time),
    },
    { kernel: '6.1' },
  ],
}

test.each(Object.entries(tests))('%s', (rule, [program, expected, input]) => {
  const last = run(program, input)
  const reason = last.trace.find((said) => said.rule === rule)
  expect(reason).toMatchObject({ rule, verdict: rules[rule as Rule], facts: expected.facts })
  if (expected.outcome) expect(last.outcome).toEqual(expected.outcome)
  expected.then?.(last)
})
