/** How some programs begin: where chance alone would hardly ever get. The shell is 2, whoever is born is 3, 4, 5. */
import { pick, pickWeighted, type Random } from '#kit'
import type { Kind } from '#models/namespaces'
import type { Action } from './types.ts'

type Opening = (random: Random) => readonly Action[]

const shell = 2

const clone = (by: number, ...kinds: readonly Kind[]): Action => ({ do: 'clone', by, kinds })
const fork = (by: number): Action => ({ do: 'fork', by })
const exit = (by: number): Action => ({ do: 'exit', by, status: 0 })
const open = (by: number, pid: number, kind: Kind): Action => ({ do: 'open', by, pid, kind })
const bind = (by: number, pid: number, kind: Kind): Action => ({ do: 'bind', by, pid, kind })
const enter = (by: number, at: number): Action => ({ do: 'enter', by, at })

const plain: readonly Kind[] = ['uts', 'ipc', 'net', 'cgroup']

/** Its own number, as anyone may map. */
const mapOwn = (by: number): readonly Action[] =>
  (['uid', 'gid'] as const).map((file) => ({ do: 'map', by, of: by, file, extents: [[0, 0, 1]] }))

const openings = {
  plain: () => [],

  /** A file that outlives the members, and a table that has a copy of it, further in or not. */
  copied: (random) => {
    const kind = pick(random, plain)
    return [
      clone(shell, kind),
      bind(shell, 3, kind),
      random() < 0.5 ? clone(shell, 'mnt') : clone(shell, 'user', 'mnt'),
      random() < 0.5 ? exit(3) : { do: 'umount', by: pick(random, [shell, 4]), at: 1 },
    ]
  },

  /** A copy of a copy. */
  'copied-on': (random) => [
    clone(shell, 'uts'),
    bind(shell, 3, 'uts'),
    clone(shell, 'user', 'mnt'),
    random() < 0.5 ? clone(4, 'mnt') : { do: 'unshare', by: 4, kinds: ['mnt'] },
    exit(3),
  ],

  /** Tables in files: of the younger, of the older. */
  tables: (random) => [
    clone(shell, 'mnt'),
    random() < 0.7 ? bind(shell, 3, 'mnt') : bind(3, shell, 'mnt'),
    ...(random() < 0.5 ? [clone(shell, 'mnt')] : [exit(3)]),
  ],

  /** What a user namespace owns outlives all its members. */
  owned: (random) => {
    const kind = pick(random, [...plain, 'pid', 'mnt'] as const)
    return [
      clone(shell, 'user', kind),
      random() < 0.5 ? open(shell, 3, kind) : bind(shell, 3, kind),
      exit(3),
      { do: 'wait', by: shell },
    ]
  },

  /** A user namespace in another, and what the inner one owns: a file of it keeps them all. */
  'owned-further-in': (random) => {
    const kind = pick(random, [...plain, 'user'] as const)
    return [
      clone(shell, 'user'),
      ...mapOwn(3),
      clone(3, 'user', ...(kind === 'user' ? [] : [kind])),
      random() < 0.5 ? open(shell, 4, kind) : bind(shell, 4, kind),
      exit(4),
      random() < 0.5 ? exit(3) : { do: 'wait', by: 3 },
    ]
  },

  /** A file of another time, and who enters by it. */
  clocks: (random) => [
    { do: 'unshare', by: shell, kinds: ['time'] },
    fork(shell),
    random() < 0.5 ? bind(shell, 3, 'time') : bind(shell, shell, 'time'),
    ...(random() < 0.5 ? [exit(3)] : [fork(3)]),
    enter(shell, 1),
  ],

  /** Descriptors out of their order. */
  descriptors: (random) => [
    clone(shell, pick(random, plain)),
    open(shell, 3, 'net'),
    open(shell, 3, 'uts'),
    { do: 'close', by: shell, fd: 3 },
    open(shell, 3, pick(random, plain)),
  ],

  /** The inner PID namespace is held by a file, the outer by the inner. */
  nested: (random) => [
    clone(shell, 'pid'),
    clone(3, 'pid'),
    random() < 0.5 ? open(shell, 4, 'pid') : bind(shell, 4, 'pid'),
    exit(3),
    { do: 'wait', by: shell },
  ],

  /** A PID namespace without its process 1. */
  shell: (random) => [
    clone(shell, 'pid'),
    random() < 0.5 ? bind(shell, 3, 'pid') : open(shell, 3, 'pid'),
    exit(3),
    ...(random() < 0.5 ? [{ do: 'wait', by: shell } as const] : []),
  ],

  /** A process 1 that waits for somebody whose parent is outside and does not reap. */
  waiting: () => [
    clone(shell, 'pid', 'uts'),
    fork(shell),
    { do: 'setns', by: 4, pid: 3, kinds: ['pid'] },
    fork(4),
    { do: 'kill', by: shell, pid: 3, signal: 'KILL' },
  ],

  /** A file of the PID namespace further out, or of the one beside. */
  outward: (random) =>
    random() < 0.5
      ? [bind(shell, shell, 'pid'), clone(shell, 'pid'), enter(3, 1)]
      : [clone(shell, 'pid'), bind(shell, 3, 'pid'), clone(shell, 'pid'), enter(4, 1)],

  /** Without capabilities where the file belongs. */
  fallen: (random) => [
    clone(shell, ...pick(random, [['user', 'net'], ['uts'], ['pid', 'mnt']] as const)),
    bind(shell, 3, pick(random, kindsToEnter)),
    fork(shell),
    { do: 'drop', by: 4 },
    enter(4, 1),
  ],

  /** A user namespace's own file, from within, from outside and from further out still. */
  users: (random) => [
    clone(shell, 'user', 'uts'),
    bind(shell, 3, pick(random, ['user', 'uts'])),
    ...(random() < 0.3 ? [{ do: 'drop', by: shell } as const] : []),
    enter(pick(random, [shell, 3]), 1),
  ],

  /** Somebody of the machine's user namespace in a table that belongs further in. */
  guest: (random) => [
    clone(shell, 'uts'),
    bind(shell, 3, 'uts'),
    clone(shell, 'user', 'mnt'),
    { do: 'setns', by: 3, pid: 4, kinds: ['mnt'] },
    random() < 0.5 ? { do: 'umount', by: 3, at: 1 } : { do: 'unshare', by: 3, kinds: ['mnt'] },
  ],
} as const satisfies Record<string, Opening>

const kindsToEnter: readonly Kind[] = ['user', 'uts', 'net', 'pid', 'mnt', 'time']

const weights: Readonly<Record<keyof typeof openings, number>> = {
  ...{ plain: 40, copied: 5, 'copied-on': 3, tables: 4, owned: 5, nested: 3, shell: 3 },
  ...{ 'owned-further-in': 4, clocks: 3, descriptors: 2 },
  ...{ waiting: 3, outward: 4, fallen: 3, users: 3, guest: 2 },
}

export const someOpening = (random: Random): readonly Action[] =>
  openings[pickWeighted(random, weights)](random)
