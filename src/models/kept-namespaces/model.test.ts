/**
 * What holds and what lets go, a small story each. That a kernel does the same is shown by the records of random
 * programs (`npm run conform -- kept-namespaces --replay`), in which every rule fires; these stories are not among them.
 */
import { describe, expect, test } from 'vitest'
import type { Kind } from '#models/namespaces'
import {
  allNames,
  enabled,
  holdersIn,
  init,
  randomCase,
  readMove,
  rules,
  step,
  writeMove,
  type Action,
  type Name,
  type Rule,
  type State,
  type Step,
} from './index.ts'

const shell = 4021
const clone = (by: number, ...wanted: Kind[]): Action => ({ do: 'clone', by, comm: 'sh', kinds: wanted })
const fork = (by: number): Action => ({ do: 'fork', by, comm: 'sleep' })
const unshare = (by: number, ...wanted: Kind[]): Action => ({ do: 'unshare', by, kinds: wanted })
const exit = (by: number): Action => ({ do: 'exit', by, status: 0 })
const wait = (by: number): Action => ({ do: 'wait', by })
const open = (by: number, pid: number, kind: Kind): Action => ({ do: 'open', by, pid, kind })
const close = (by: number, fd: number): Action => ({ do: 'close', by, fd })
const bind = (by: number, pid: number, kind: Kind): Action => ({ do: 'bind', by, pid, kind })
const umount = (by: number, at: number): Action => ({ do: 'umount', by, at })
const enter = (by: number, at: number): Action => ({ do: 'enter', by, at })
const drop = (by: number): Action => ({ do: 'drop', by })

/** The action with all that follows from it by itself. */
const runFrom = (state: State, action: Action): Step => {
  let so = step(state, action)
  for (let [next] = enabled(so.state); next; [next] = enabled(so.state)) {
    const moved = step(so.state, next)
    so = { ...so, state: moved.state, trace: [...so.trace, ...moved.trace] }
  }
  return so
}

const run = (...actions: readonly Action[]): Step =>
  actions.reduce<Step>(({ state }, action) => runFrom(state, action), {
    ...{ state: init(), trace: [] },
    outcome: { is: 'done' },
  })

const living = (state: State): readonly string[] => {
  const holders = holdersIn(state)
  return allNames(state.processes)
    .filter((name) => holders(name).length > 0)
    .map(({ kind, place }) => `${kind} ${place}`)
}

const after = (...actions: readonly Action[]): readonly string[] => living(run(...actions).state)
const firedBy = (...actions: readonly Action[]): readonly Rule[] =>
  run(...actions).trace.map(({ rule }) => rule)
const errorOf = (...actions: readonly Action[]): string => {
  const { outcome } = run(...actions)
  return outcome.is === 'error' ? outcome.errno : outcome.is
}

describe('held by', () => {
  test('members: gone with the last', () => {
    const both = [clone(shell, 'net'), fork(4022), exit(4022)]
    expect(after(...both)).toEqual(['net 1'])
    expect(after(...both, { do: 'kill', by: shell, pid: 4023, signal: 'KILL' })).toEqual([])
  })

  test('a zombie: its user and PID namespace alone, until it is reaped', () => {
    const dead = [clone(shell, 'user', 'mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net'), exit(4022)]
    expect(after(...dead)).toEqual(['user 1', 'pid 1'])
    expect(after(...dead, wait(shell))).toEqual([])
  })

  test('children to come: until their parent lets go', () => {
    expect(after(fork(shell), unshare(4022, 'pid', 'time'))).toEqual(['time 1', 'pid 1'])
    expect(after(fork(shell), unshare(4022, 'pid', 'time'), exit(4022))).toEqual([])
  })

  test('a process 1 that waits has let go of all but number and user', () => {
    const ending = [
      clone(shell, 'pid', 'uts'),
      fork(shell),
      { do: 'setns', by: 4023, pid: 4022, kinds: ['pid'] } as const,
      fork(4023),
      { do: 'kill', by: shell, pid: 4022, signal: 'KILL' } as const,
    ]
    expect(run(...ending).state.processes.processes.find(({ id }) => id === 4022)?.life.is).toBe('ending')
    expect(after(...ending)).toEqual(['pid 1'])
    expect(errorOf(...ending, open(shell, 4022, 'uts'))).toBe('ENOENT')
  })

  test('a descriptor, and each copy of it that a child has got', () => {
    const opened = [clone(shell, 'net'), open(shell, 4022, 'net'), fork(shell), exit(4022), close(shell, 3)]
    expect(after(...opened)).toEqual(['net 1'])
    expect(after(...opened, exit(4023))).toEqual([])
  })

  test('a bind mount, and each copy of the table it stands in', () => {
    const copied = [
      clone(shell, 'uts'),
      bind(shell, 4022, 'uts'),
      clone(shell, 'mnt'),
      exit(4022),
      umount(shell, 1),
    ]
    expect(after(...copied)).toEqual(['mnt 1', 'uts 1'])
    expect(after(...copied, exit(4023))).toEqual([])
  })

  test('but a file of a mount namespace is in no copy', () => {
    const copied = [clone(shell, 'mnt'), bind(shell, 4022, 'mnt'), clone(shell, 'mnt'), umount(shell, 1)]
    expect(after(...copied, exit(4022))).toEqual(['mnt 2'])
  })

  test('what it owns: a user namespace lives as long as its network', () => {
    const owned = [clone(shell, 'user', 'net'), bind(shell, 4022, 'net'), exit(4022), wait(shell)]
    expect(after(...owned)).toEqual(['user 1', 'net 1'])
    expect(after(...owned, umount(shell, 1))).toEqual([])
  })

  test('what it owns: a user namespace lives as long as one that is further in', () => {
    const maps = (['uid', 'gid'] as const).map((file): Action => {
      return { do: 'map', by: shell, of: 4022, file, extents: [[0, 0, 1]] }
    })
    const inner = [clone(shell, 'user'), ...maps, clone(4022, 'user'), open(shell, 4023, 'user')]
    expect(after(...inner, exit(4023), exit(4022), wait(shell))).toEqual(['user 1', 'user 2'])
  })

  test('the machine’s own table, whoever leaves it', () => {
    const left = [clone(shell, 'uts'), bind(shell, 4022, 'uts'), exit(4022), wait(shell)]
    const copies = [1, shell].flatMap((by) => [unshare(by, 'mnt'), umount(by, 1)])
    expect(after(...left, ...copies)).toEqual(['mnt 1', 'mnt 2', 'uts 1'])
  })

  test('what lies further in: the outer PID namespace lives as long as the inner', () => {
    const nested = [
      clone(shell, 'pid'),
      clone(4022, 'pid'),
      open(shell, 4023, 'pid'),
      exit(4022),
      wait(shell),
    ]
    expect(after(...nested)).toEqual(['pid 1', 'pid 2'])
    expect(after(...nested, close(shell, 3))).toEqual([])
  })

  test('holders are told one by one', () => {
    const { state } = run(clone(shell, 'user', 'net'), open(shell, 4022, 'user'), bind(shell, 4022, 'user'))
    expect(holdersIn(state)({ kind: 'user', place: 1 }).map(({ by }) => by)).toEqual([
      'process',
      'file',
      'mount',
      'owned',
    ])
  })
})

describe('refused', () => {
  test.each<[string, string, Rule, readonly Action[]]>([
    [
      'a dead process has no file of most kinds',
      'ENOENT',
      'kept/dead-has-none',
      [clone(shell, 'net'), exit(4022), open(shell, 4022, 'net')],
    ],
    ['nobody of that number', 'ENOENT', 'kept/no-such-process', [open(shell, 9, 'net')]],
    [
      'a file of someone further out',
      'EACCES',
      'kept/may-not-look',
      [clone(shell, 'user'), open(4022, shell, 'net')],
    ],
    ['no such descriptor', 'EBADF', 'kept/no-such-file', [close(shell, 3)]],
    ['nothing mounted there', 'EINVAL', 'kept/no-such-file', [umount(shell, 1)]],
    [
      'mounting in a table of others',
      'EPERM',
      'kept/may-not-mount',
      [clone(shell, 'user'), bind(4022, 4022, 'net')],
    ],
    ['a table in itself', 'EINVAL', 'kept/mount-loops', [bind(shell, shell, 'mnt')]],
    [
      'taking away in a copy further in',
      'EINVAL',
      'kept/mount-locked',
      [clone(shell, 'uts'), bind(shell, 4022, 'uts'), clone(shell, 'user', 'mnt'), umount(4023, 1)],
    ],
    [
      'entering without a capability',
      'EPERM',
      'kept/may-not-enter',
      [clone(shell, 'uts'), bind(shell, 4022, 'uts'), fork(shell), drop(4023), enter(4023, 1)],
    ],
    [
      'entering one’s own user namespace',
      'EINVAL',
      'kept/same-user',
      [bind(shell, shell, 'user'), enter(shell, 1)],
    ],
    [
      'a PID namespace further out',
      'EINVAL',
      'kept/not-further-in',
      [bind(shell, shell, 'pid'), clone(shell, 'pid'), enter(4022, 1)],
    ],
    ['what the kernel refuses to processes', 'ECHILD', 'kept/refused', [wait(shell)]],
  ])('%s: %s', (_, errno, rule, actions) => {
    expect(errorOf(...actions)).toBe(errno)
    expect(firedBy(...actions)).toContain(rule)
    expect(living(run(...actions).state)).toEqual(living(run(...actions.slice(0, -1)).state))
  })
})

describe('what is told', () => {
  test('who begins, who joins, what goes on by whom, what ends', () => {
    expect(firedBy(clone(shell, 'net'))).toEqual(['kept/made'])
    expect(firedBy(clone(shell, 'net'), fork(4022))).toEqual(['kept/joins'])
    expect(firedBy(clone(shell, 'net'), fork(4022), exit(4022))).toEqual(['kept/goes-on'])
    expect(firedBy(clone(shell, 'net'), exit(4022))).toEqual(['kept/ends'])
    expect(firedBy(fork(shell))).toEqual(['kept/nothing-changes'])
  })

  test('a PID namespace that is held without its process 1 is a shell', () => {
    expect(firedBy(clone(shell, 'pid'), bind(shell, 4022, 'pid'), exit(4022))).toContain('kept/empty-pid')
  })

  test('who enters by a file that outlived its members brings life back', () => {
    const visited = [clone(shell, 'uts'), bind(shell, 4022, 'uts'), exit(4022), fork(shell), enter(4023, 1)]
    expect(firedBy(...visited)).toEqual(['kept/entered', 'kept/joins'])
    expect(after(...visited, umount(shell, 1))).toEqual(['uts 1'])
  })
})

/** Random programs, with every instant on the way. */
const programs = Array.from({ length: 600 }, (_, seed): readonly (Step & { readonly action: Action })[] => {
  const { input, actions } = randomCase(seed)
  let state = init(input)
  return actions.map((action) => {
    const stepped = runFrom(state, action)
    state = stepped.state
    return { ...stepped, action }
  })
})

describe('in random programs', () => {
  test('what has ended never comes back', () => {
    for (const program of programs) {
      const ended = new Set<string>()
      for (const { state } of program) {
        const alive = living(state)
        expect(alive.filter((name) => ended.has(name))).toEqual([])
        for (const { kind, place } of allNames(state.processes))
          if (!alive.includes(`${kind} ${place}`)) ended.add(`${kind} ${place}`)
      }
    }
  })

  test('whatever keeps others is itself kept', () => {
    for (const { state } of programs.flat()) {
      const holders = holdersIn(state)
      for (const holder of allNames(state.processes).flatMap(holders)) {
        const by: Name | undefined = 'name' in holder ? holder.name : 'in' in holder ? holder.in : undefined
        if (by && by.place > 0) expect(holders(by)).not.toEqual([])
      }
    }
  })

  test('together they fire every rule', () => {
    const fired = new Set(programs.flat().flatMap(({ trace }) => trace.map(({ rule }) => rule)))
    expect(Object.keys(rules).filter((rule) => !fired.has(rule as Rule))).toEqual([])
  })

  test('every move comes back from a link as it was', () => {
    for (const { action } of programs.flat()) expect(readMove(writeMove(action))).toEqual(action)
  })
})

test.each(['', 'O1-2', 'C1-2-net', 'O1-2-nets', 'Z1-2', 'r4022', 'E1'])('"%s" is no move', (text) =>
  expect(readMove(text)).toBeUndefined(),
)
