/** How some programs begin: where chance alone would hardly ever get. The shell is 2, whoever is born is 3, 4, 5. */
import { pick, pickWeighted, type Random } from '#kit'
import type { Extent } from './kinds.ts'
import type { Action, Signal } from './types.ts'

type Opening = (random: Random) => readonly Action[]

const swapped: readonly Extent[] = [
  [0, 1, 1000],
  [1000, 0, 1],
]

/** Two numbers that change places, and ranges in which one's own is not the first: arithmetic shows in these. */
export const telling: readonly (readonly Extent[])[] = [
  [
    [1, 0, 1],
    [0, 1, 1],
  ],
  swapped,
  [[0, 0, 2]],
  [[5, 0, 2]],
  [[0, 0, 1001]],
]

/** An outer map and one in it, and what one's own number is called in the outer. */
const pairs: readonly { outer: readonly Extent[]; inner: readonly Extent[]; own: number }[] = [
  {
    outer: swapped,
    inner: [
      [0, 0, 1000],
      [1000, 1000, 1],
    ],
    own: 1000,
  },
  { outer: swapped, inner: swapped, own: 1000 },
  { outer: [[5, 0, 2]], inner: [[0, 5, 2]], own: 5 },
  { outer: [[5, 0, 2]], inner: [[3, 6, 1]], own: 5 },
  { outer: [[0, 0, 1001]], inner: swapped, own: 0 },
]

const map = (by: number, of: number, file: 'uid' | 'gid', extents: readonly Extent[]): Action => ({
  ...{ do: 'map', by, of, file, extents },
})

const exec = (by: number): Action => ({ do: 'exec', by, comm: 'cat' })

const openings = {
  plain: () => [],

  /** Someone of the outermost user namespace in a PID namespace that belongs further in. */
  visitor: () => [
    { do: 'clone', by: 2, kinds: ['user', 'pid'] },
    { do: 'setns', by: 2, pid: 3, kinds: ['pid'] },
    { do: 'fork', by: 2 },
  ],

  /** Two user namespaces deep, with a range in the first: what is whose number takes some following. */
  nested: (random) => {
    const [uid, gid] = [pick(random, pairs), pick(random, pairs)]
    return [
      { do: 'clone', by: 2, kinds: ['user'] },
      map(2, 3, 'uid', uid.outer),
      map(2, 3, 'gid', gid.outer),
      { do: 'clone', by: 3, kinds: ['user'] },
      map(3, 4, 'uid', uid.inner),
      map(3, 4, 'gid', gid.inner),
    ]
  },

  /** The same, and the inner one maps its own number from within, if it knows what that is called outside. */
  own: (random) => {
    const [uid, gid] = [pick(random, pairs), pick(random, pairs)]
    const guess = (own: number): readonly Extent[] => [[0, pick(random, [own, own, own + 1, 0]), 1]]
    return [
      { do: 'clone', by: 2, kinds: ['user'] },
      map(2, 3, 'uid', uid.outer),
      map(2, 3, 'gid', gid.outer),
      { do: 'clone', by: 3, kinds: ['user'] },
      { do: 'setgroups', by: 4, of: 4, to: pick(random, ['allow', 'deny']) },
      map(4, 4, 'uid', guess(uid.own)),
      map(4, 4, 'gid', guess(gid.own)),
    ]
  },

  /** Without capabilities at home, and the owner of what was made from there. */
  fallen: (random) => [
    { do: 'clone', by: 2, kinds: ['user', 'uts', 'net'] },
    { do: 'drop', by: 2 },
    {
      ...{ do: 'setns', by: 2, pid: 3 },
      kinds: pick(random, [['user', 'uts'], ['uts'], ['user', 'net'], ['user', 'ipc'], ['user']] as const),
    },
  ],

  /** An ordinary user's own namespace, and the numbers it tries to map there. */
  ordinary: (random) => [
    ...(random() < 0.5 ? [{ do: 'drop', by: 2 } as const] : []),
    { do: 'clone', by: 2, kinds: ['user'] },
    map(3, 3, 'gid', [[0, 0, 1]]),
    map(3, 3, 'uid', [[0, 0, 1]]),
  ],

  /** A parent outside the PID namespace in which its children die. */
  watcher: (random) => [
    { do: 'clone', by: 2, kinds: ['pid'] },
    { do: 'setns', by: 2, pid: 3, kinds: ['pid'] },
    { do: 'fork', by: 2 },
    { do: 'fork', by: 2 },
    ...(random() < 0.5 ? [{ do: 'exit', by: 4, status: 7 } as const] : []),
    random() < 0.5 ? { do: 'exit', by: 3, status: 0 } : { do: 'kill', by: 2, pid: 3, signal: 'KILL' },
    { do: 'wait', by: 2 },
    { do: 'wait', by: 2 },
  ],

  /** Orphans below someone who takes them in, with a namespace between or not. */
  family: (random) => [
    { do: 'subreaper', by: 2 },
    random() < 0.6 ? { do: 'fork', by: 2 } : { do: 'clone', by: 2, kinds: ['pid'] },
    { do: 'fork', by: 3 },
    { do: 'fork', by: 4 },
    ...(random() < 0.5 ? [{ do: 'subreaper', by: 3 } as const] : []),
    { do: 'exit', by: 4, status: 1 },
  ],

  /** A process 1 with a handler, and signals from outside. */
  signals: (random) => {
    const some = (): Signal => pick(random, ['HUP', 'INT', 'TERM'])
    return [
      { do: 'clone', by: 2, kinds: ['pid'] },
      { do: 'handle', by: 3, signal: some() },
      { do: 'fork', by: 3 },
      { do: 'kill', by: 2, pid: 3, signal: some() },
      { do: 'kill', by: 2, pid: 4, signal: some() },
    ]
  },

  /** Someone of the old time among the children of the new. */
  clocks: (random) => [
    { do: 'fork', by: 2 },
    { do: 'unshare', by: 2, kinds: ['time'] },
    { do: 'fork', by: 2 },
    { ...{ do: 'setns', by: 3, pid: 4 }, kinds: pick(random, [['time'], ['uts'], ['net', 'time']] as const) },
    { do: 'fork', by: 3 },
  ],

  /** A new program in the time that waited for children, or for those born in it. */
  hours: (random) => [
    { do: 'unshare', by: 2, kinds: ['time'] },
    random() < 0.7 ? exec(2) : { do: 'fork', by: 2 },
    exec(2),
  ],

  /** A process 1 that had a handler, and no longer has. */
  forgetful: (random) => [
    { do: 'clone', by: 2, kinds: ['pid'] },
    { do: 'handle', by: 3, signal: 'TERM' },
    ...(random() < 0.8 ? [exec(3)] : []),
    { do: 'kill', by: 2, pid: 3, signal: 'TERM' },
  ],

  /** A user namespace whose map comes before or after the program. */
  strangers: (random) => {
    const inside = pick(random, [0, 0, 1])
    return [
      { do: 'clone', by: 2, kinds: ['user'] },
      ...(random() < 0.5 ? [exec(3)] : []),
      map(2, 3, 'uid', [[inside, 0, 1]]),
      exec(3),
      { do: 'unshare', by: 3, kinds: ['uts'] },
    ]
  },

  /** Capabilities given up and had again, and who may look at their owner from then on. */
  restored: (random) => {
    const farther = random() < 0.4
    return [
      { do: 'fork', by: 2 },
      { do: 'drop', by: 3 },
      ...(random() < 0.8 ? [exec(3)] : []),
      ...(farther ? [{ do: 'unshare', by: 3, kinds: ['user'] } as const] : []),
      { do: 'drop', by: 3 },
      ...(random() < 0.3 ? [exec(3)] : []),
      ...(random() < 0.8 ? [{ do: 'drop', by: 2 } as const] : []),
      ...(random() < 0.2 ? [{ do: 'exit', by: 3, status: 0 } as const] : []),
      { do: 'setns', by: 2, pid: 3, kinds: ['user'] },
    ]
  },

  /** As deep as it goes. */
  descent: () => [
    { do: 'clone', by: 2, kinds: ['pid'] },
    { do: 'clone', by: 3, kinds: ['pid'] },
  ],
} as const satisfies Record<string, Opening>

type Weights = Readonly<Record<keyof typeof openings, number>>

const everywhere: Weights = {
  ...{ plain: 20, visitor: 3, fallen: 1, ordinary: 2, watcher: 1, family: 1, signals: 1, clocks: 1 },
  ...{ hours: 1, forgetful: 1, strangers: 1, restored: 1 },
  ...{ nested: 0, own: 0, descent: 0 },
}

/** A range of numbers to give away there is in some places only; the deepest level is near in others. */
const weights = {
  plain: { ...everywhere, nested: 2, own: 2 },
  deep: { ...everywhere, descent: 6 },
  poor: everywhere,
} as const satisfies Record<string, Weights>

export type Place = keyof typeof weights

export const someOpening = (random: Random, place: Place): readonly Action[] =>
  openings[pickWeighted(random, weights[place])](random)
