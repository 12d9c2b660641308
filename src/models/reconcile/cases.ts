/**
 * Random programs, seeded: a Deployment is made and then scaled, updated, paused, deleted, its Pods relabelled and deleted,
 * while the kubelet wakes now and then. Deeds after which there are too many orders to walk them all are not done.
 */
import { pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import { follow } from './follow.ts'
import { hashKey, selectorOf } from './labels.ts'
import { keyOf, podKindOf } from './observe.ts'
import type { Deed, PodKind } from './program.ts'
import { init } from './step.ts'
import type { Labels, Propagation, State, Strategy } from './types.ts'

export type Case = {
  readonly input: Readonly<Record<string, never>>
  readonly actions: readonly Deed[]
}

const name = 'web'
const images = ['v1', 'v2', 'v3', 'broken'] as const

const strategies: readonly Strategy[] = [
  { type: 'RollingUpdate', maxSurge: '25%', maxUnavailable: '25%' },
  { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 0 },
  { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: 1 },
  { type: 'RollingUpdate', maxSurge: 1, maxUnavailable: 1 },
  { type: 'RollingUpdate', maxSurge: '100%', maxUnavailable: 0 },
  { type: 'RollingUpdate', maxSurge: '50%', maxUnavailable: '50%' },
  { type: 'RollingUpdate', maxSurge: '1%', maxUnavailable: '1%' },
  { type: 'Recreate' },
  { type: 'Recreate' },
]

type Weights = Readonly<Record<Deed['do'], number>>

const none: Weights = {
  ...{ create: 0, 'create-pod': 0, scale: 0, 'set-image': 0, pause: 0, resume: 0, delete: 0, wait: 0 },
  ...{ 'scale-set': 0, 'delete-pod': 0, 'relabel-pod': 0, tend: 0, 'tend-all': 0 },
}

/** What a program is mostly about. */
const themes = {
  update: { ...none, 'set-image': 5, tend: 8, 'tend-all': 3, scale: 3, 'scale-set': 1, 'delete-pod': 1 },
  scale: { ...none, scale: 6, tend: 4, 'tend-all': 2, 'set-image': 3, 'scale-set': 4, pause: 1, resume: 1 },
  pause: { ...none, pause: 4, resume: 2, 'set-image': 4, scale: 2, tend: 2, 'tend-all': 3 },
  labels: { ...none, 'relabel-pod': 5, 'create-pod': 3, 'tend-all': 2, tend: 2, 'set-image': 1, scale: 1 },
  delete: { ...none, delete: 4, create: 3, tend: 2, 'tend-all': 3, scale: 1, 'delete-pod': 1 },
  crash: { ...none, 'tend-all': 3, tend: 4, wait: 3, scale: 3, 'set-image': 1, 'delete-pod': 1 },
} as const satisfies Record<string, Weights>

type Theme = keyof typeof themes

const someLabels = (random: Random, state: State): Labels => {
  const templates = state.sets.map(({ template }) => template.image)
  if (templates.length === 0 || random() < 0.3) return pick(random, [{ app: 'debug' }, selectorOf(name)])
  return { ...selectorOf(name), [hashKey]: pick(random, templates) }
}

const someStrategy = (random: Random): Strategy =>
  random() < 0.04 ? { type: 'RollingUpdate', maxSurge: 0, maxUnavailable: '0%' } : pick(random, strategies)

const someReplicas = (random: Random): number => (random() < 0.06 ? -1 : randomInt(random, 4))

const someCreate = (random: Random, theme: Theme): Extract<Deed, { do: 'create' }> => ({
  ...{ do: 'create', name, strategy: someStrategy(random) },
  replicas: random() < 0.05 ? -1 : 1 + randomInt(random, 3),
  image: theme === 'crash' && random() < 0.8 ? 'broken' : pick(random, ['v1', 'v1', 'v2']),
})

const somePod = (
  random: Random,
  state: State,
  wanted: (kind: PodKind) => boolean = () => true,
): PodKind | undefined => {
  const kinds = state.pods.map((pod) => podKindOf(state, pod)).filter(wanted)
  return kinds.length > 0 ? pick(random, kinds) : undefined
}

const isAlive = ({ phase }: PodKind): boolean => phase !== 'terminating'

/** Those of whom a kubelet would make something else. */
const isTended = (state: State) => {
  const due = new Set(state.pods.flatMap(({ startsAt = 0, phase }) => (startsAt <= state.now ? [phase] : [])))
  return ({ phase }: PodKind) => phase !== 'ready' && due.has(phase)
}

const someDeed = (random: Random, theme: Theme, state: State): Deed | undefined => {
  const what = pickWeighted(random, themes[theme])
  switch (what) {
    case 'create':
      return someCreate(random, theme)
    case 'create-pod':
      return { do: what, labels: someLabels(random, state), image: pick(random, ['v1', 'other', 'broken']) }
    case 'scale':
      return { do: what, name, replicas: someReplicas(random) }
    case 'scale-set': {
      const set =
        random() < 0.1 ? 'web-v9' : pick(random, state.sets.map(({ name }) => name).concat('web-v9'))
      return { do: what, set, replicas: someReplicas(random) }
    }
    case 'set-image':
      return { do: what, name, image: pick(random, images) }
    case 'pause':
    case 'resume':
      return { do: what, name }
    case 'delete': {
      // A second deletion of an object that waits for its first is not modelled.
      if (state.deployments.some(({ deleting }) => deleting)) return undefined
      return {
        do: what,
        name,
        propagation: pick<Propagation>(random, ['Background', 'Foreground', 'Orphan']),
      }
    }
    case 'wait':
      return { do: what, seconds: pick(random, [10, 20, 40]) }
    case 'delete-pod': {
      const pod = somePod(random, state, isAlive)
      return pod && { do: what, pod }
    }
    case 'relabel-pod': {
      const pod = somePod(random, state, isAlive)
      return pod && { do: what, pod, labels: someLabels(random, state) }
    }
    case 'tend': {
      const pod = somePod(random, state, isTended(state))
      return pod && { do: what, pod }
    }
    case 'tend-all':
      return { do: what }
  }
}

/** More ends than these are not kept apart. */
const mostEnds = 4

const advance = (states: readonly State[], deed: Deed): readonly State[] | undefined => {
  const ends = new Map<string, State>()
  for (const state of states) {
    const followed = follow(state, deed)
    if (!followed.complete) return undefined
    for (const end of followed.ends) ends.set(keyOf(end), end)
    if (ends.size > mostEnds) return undefined
  }
  return [...ends.values()]
}

/** Paused when the new set is whole and the old ones are not gone: a moment that chance seldom meets. */
const saturated = (random: Random): readonly Deed[] => [
  {
    ...{ do: 'create', name, replicas: 1 + randomInt(random, 2), image: 'v1' },
    strategy: { type: 'RollingUpdate', maxSurge: '100%', maxUnavailable: 0 },
  },
  { do: 'tend-all' },
  { do: 'set-image', name, image: 'v2' },
  { do: 'pause', name },
  { do: 'tend-all' },
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
    someCreate(random, 'delete'),
    ...(random() < 0.7 ? [{ do: 'tend-all' } as const] : []),
    { do: 'delete', name, propagation },
    propagation === 'Orphan' ? someCreate(random, 'delete') : { do: 'tend-all' },
  ]
}

/** Past its Deployment a set is made larger. */
const overgrown = (random: Random): readonly Deed[] => [
  { ...someCreate(random, 'scale'), replicas: 1, image: 'v1' },
  ...(random() < 0.7 ? [{ do: 'tend-all' } as const] : []),
  { do: 'scale-set', set: `${name}-v1`, replicas: 2 + randomInt(random, 2) },
]

/** Scaled when an update is stuck: what comes or goes is shared among the sets. */
const shared = (random: Random): readonly Deed[] => [
  {
    ...{ do: 'create', name, replicas: 2 + randomInt(random, 2), image: 'v1' },
    strategy: { type: 'RollingUpdate', maxSurge: pick(random, [1, '50%', '100%']), maxUnavailable: 0 },
  },
  { do: 'tend-all' },
  { do: 'set-image', name, image: 'broken' },
  { do: 'scale', name, replicas: pick(random, [0, 1, 4]) },
]

const someOpening = (random: Random, theme: Theme): readonly Deed[] => {
  if (theme === 'pause' && random() < 0.5) return saturated(random)
  if (theme === 'delete' && random() < 0.6) return deleted(random)
  if (theme === 'update' && random() < 0.25) return shared(random)
  if (theme === 'scale' && random() < 0.3) return overgrown(random)
  return [someCreate(random, theme)]
}

export const randomCase = (seed: number): Case => {
  const random = randomFrom(seed)
  const theme = pickWeighted(random, { update: 5, scale: 5, pause: 5, labels: 4, delete: 6, crash: 2 })
  const length = 5 + randomInt(random, 4)
  const actions: Deed[] = []
  let states: readonly State[] = [init()]
  const opening = someOpening(random, theme)
  for (let tries = 0; tries < 3 * length && actions.length < length; tries++) {
    const deed = opening[tries] ?? someDeed(random, theme, pick(random, states))
    const next = deed && advance(states, deed)
    if (!deed || !next) continue
    states = next
    actions.push(deed)
  }
  return { input: {}, actions }
}
