/** How a random program may begin: with what chance alone seldom makes of deeds in a row. */
import { pick, randomInt, type Random } from '#kit'
import { selectorOf, withHash } from './labels.ts'
import type { Deed, PodKind } from './program.ts'
import type { Labels, Phase, Propagation, Share, Strategy } from './types.ts'

export const name = 'web'

type Create = Extract<Deed, { do: 'create' }>

const rolling = (maxSurge: Share, maxUnavailable: Share): Strategy => ({
  ...{ type: 'RollingUpdate', maxSurge, maxUnavailable },
})

const strategies: readonly Strategy[] = [
  rolling('25%', '25%'),
  rolling(1, 0),
  rolling(0, 1),
  rolling(1, 1),
  rolling(2, 2),
  rolling(0, 2),
  rolling(2, 0),
  rolling(5, 2),
  rolling(0, '25%'),
  rolling('100%', 0),
  rolling('50%', '50%'),
  rolling('1%', '1%'),
  { type: 'Recreate' },
  { type: 'Recreate' },
  { type: 'Recreate' },
]

const someStrategy = (random: Random): Strategy =>
  random() < 0.04 ? rolling(0, '0%') : pick(random, strategies)

export const someCreate = (random: Random, more: Partial<Create> = {}): Create => ({
  ...{ do: 'create', name, strategy: someStrategy(random) },
  replicas: random() < 0.05 ? -1 : randomInt(random, 4),
  image: pick(random, ['v1', 'v1', 'v2']),
  ...more,
})

const all: Deed = { do: 'tend-all' }
const image = (to: string): Deed => ({ do: 'set-image', name, image: to })
const scale = (replicas: number): Deed => ({ do: 'scale', name, replicas })
const scaleSet = (of: string, replicas: number): Deed => ({ do: 'scale-set', set: `${name}-${of}`, replicas })
const remove = (propagation: Propagation): Deed => ({ do: 'delete', name, propagation })

const labelsOf = (template: string): Labels => withHash(selectorOf(name), { image: template })

/** A Pod of the set with this template. */
const owned = (template: string, phase: Phase, restarts?: number): PodKind => ({
  ...{ owner: `${name}-${template}`, labels: labelsOf(template), image: template, phase },
  ...(restarts === undefined ? {} : { restarts }),
})

/** Each with its chance. */
const perhaps = (random: Random, chance: number, ...deeds: readonly Deed[]): readonly Deed[] =>
  random() < chance ? deeds : []

/** Paused when the new set is whole and the old ones are not gone. */
const saturated = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: 1 + randomInt(random, 2), image: 'v1', strategy: rolling('100%', 0) }),
  all,
  image('v2'),
  { do: 'pause', name },
  all,
]

/** Deleted with all that it has, or its sets left behind and taken over by the next Deployment of its name. */
const deleted = (random: Random): readonly Deed[] => {
  const propagation = pick<Propagation>(random, [
    'Orphan',
    'Orphan',
    'Foreground',
    'Foreground',
    'Background',
  ])
  return [
    someCreate(random),
    ...perhaps(random, 0.7, all),
    remove(propagation),
    propagation === 'Orphan' ? someCreate(random) : all,
  ]
}

/** While what it owns is going, a set adopts nobody and lets nobody go; who is not its own stays. */
const going = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: 1 + randomInt(random, 2), image: 'v1' }),
  ...perhaps(random, 0.7, all),
  { do: 'create-pod', labels: { app: 'debug' }, image: 'other' },
  remove(pick<Propagation>(random, ['Foreground', 'Foreground', 'Background', 'Orphan'])),
  pick<Deed>(random, [
    { do: 'create-pod', labels: labelsOf('v1'), image: 'v1' },
    {
      ...{ do: 'relabel-pod', labels: labelsOf('v1') },
      pod: { labels: { app: 'debug' }, image: 'other', phase: 'pending' },
    },
    { do: 'relabel-pod', labels: { app: 'debug' }, pod: owned('v1', 'terminating') },
  ]),
]

/** Sets that were left behind, as large as somebody made them, come to a Deployment of another size. */
const inherited = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: randomInt(random, 3), image: 'v1' }),
  image('v2'),
  ...perhaps(random, 0.3, all, scale(randomInt(random, 4))),
  remove('Orphan'),
  scaleSet('v1', 1 + randomInt(random, 3)),
  scaleSet('v2', 1 + randomInt(random, 3)),
  ...perhaps(random, 0.5, all),
  someCreate(random, { replicas: randomInt(random, 5), image: pick(random, ['v1', 'v2', 'v3']) }),
]

/** Past its Deployment a set is made larger. */
const overgrown = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: 1, image: 'v1' }),
  ...perhaps(random, 0.7, all),
  scaleSet('v1', 2 + randomInt(random, 2)),
]

/** Scaled, and its sets past it, while an update hangs: what comes or goes is shared among the sets. */
const hanging = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: 2 + randomInt(random, 3), image: 'v1' }),
  all,
  ...perhaps(random, 0.3, image('v2')),
  image('broken'),
  ...perhaps(random, 0.4, all),
  ...perhaps(random, 0.4, { do: 'pause', name }, ...perhaps(random, 0.3, image('v3'))),
  ...Array.from({ length: 1 + randomInt(random, 3) }, () =>
    random() < 0.5
      ? scale(pick(random, [0, 0, 1, 2, 3, 4, 5]))
      : scaleSet(pick(random, ['v1', 'v2', 'broken', 'broken']), 1 + randomInt(random, 4)),
  ),
]

/** Of Pods that crash some were started again more often; some have not been started. */
const ranked = (random: Random): readonly Deed[] => [
  someCreate(random, { replicas: 2 + randomInt(random, 2), image: 'broken' }),
  { do: 'tend', pod: owned('broken', 'pending') },
  { do: 'tend', pod: owned('broken', 'backing-off') },
  ...perhaps(random, 0.7, { do: 'tend', pod: owned('broken', 'pending') }),
  random() < 0.5 ? scale(1) : scaleSet('broken', 1),
]

/** A stranger in some phase is given a set's labels: one of those that the set has then is too many. */
const stranger = (random: Random): readonly Deed[] => {
  const bare = (phase: Phase, more: Partial<PodKind> = {}): PodKind => ({
    ...{ labels: { app: 'debug' }, image: 'broken', phase, ...more },
  })
  const tended: readonly Deed[] = [
    { do: 'tend', pod: bare('pending') },
    { do: 'tend', pod: bare('backing-off') },
  ]
  const turns = randomInt(random, 3)
  const stands = [bare('pending'), bare('backing-off'), bare('backing-off', { restarts: 1 })] as const
  return [
    someCreate(random, { replicas: 1 + randomInt(random, 2), image: 'v1' }),
    ...perhaps(random, 0.8, all),
    { do: 'create-pod', labels: { app: 'debug' }, image: 'broken' },
    ...tended.slice(0, turns),
    { do: 'relabel-pod', labels: labelsOf('v1'), pod: stands[turns] ?? stands[0] },
    ...perhaps(random, 0.5, { do: 'relabel-pod', labels: { app: 'debug' }, pod: owned('v1', 'ready') }),
  ]
}

/** Each wait as long as the kubelet's back-off, or too short by half. */
const crashing = (random: Random): readonly Deed[] => {
  const waits = [10, 20, 40, 80, 160, 300].slice(0, 2 + randomInt(random, 5))
  return [
    someCreate(random, { replicas: 1 + randomInt(random, 2), image: 'broken' }),
    all,
    ...waits.flatMap((seconds): readonly Deed[] => [
      { do: 'wait', seconds: random() < 0.2 ? seconds / 2 : seconds },
      all,
    ]),
  ]
}

const plain = (random: Random): readonly Deed[] => [someCreate(random)]

export const openings = {
  ...{ plain, saturated, deleted, going, inherited, overgrown, hanging, ranked, stranger, crashing },
}

export type Opening = keyof typeof openings
