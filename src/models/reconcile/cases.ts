/**
 * Random programs, seeded: a Deployment is made and then scaled, updated, paused, deleted, its Pods relabelled and deleted,
 * while the kubelet wakes now and then. Deeds after which there are too many orders to walk them all are not done.
 */
import { pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import { follow } from './follow.ts'
import { hashKey, selectorOf } from './labels.ts'
import { keyOf, podKindOf } from './observe.ts'
import { name, openings, someCreate, type Opening } from './openings.ts'
import type { Deed, PodKind } from './program.ts'
import { init } from './step.ts'
import type { Labels, Propagation, State } from './types.ts'

export type Case = {
  readonly input: Readonly<Record<string, never>>
  readonly actions: readonly Deed[]
}

const images = ['v1', 'v2', 'v3', 'broken'] as const

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

type Openings = Readonly<Record<Opening, number>>

const rare: Openings = {
  ...{ plain: 6, saturated: 0, deleted: 0, going: 0, inherited: 0 },
  ...{ overgrown: 0, hanging: 0, ranked: 0, stranger: 0, crashing: 0 },
}

/** What goes before it. */
const openingsOf: Readonly<Record<Theme, Openings>> = {
  update: { ...rare, hanging: 3, inherited: 1 },
  scale: { ...rare, hanging: 4, overgrown: 3, ranked: 1 },
  pause: { ...rare, saturated: 5, hanging: 2, inherited: 1 },
  labels: { ...rare, stranger: 4, going: 1 },
  delete: { ...rare, deleted: 6, going: 3, inherited: 3 },
  crash: { ...rare, ranked: 3, crashing: 2, stranger: 1 },
}

const someLabels = (random: Random, state: State): Labels => {
  const templates = state.sets.map(({ template }) => template.image)
  if (templates.length === 0 || random() < 0.3) return pick(random, [{ app: 'debug' }, selectorOf(name)])
  return { ...selectorOf(name), [hashKey]: pick(random, templates) }
}

const someReplicas = (random: Random): number => (random() < 0.06 ? -1 : randomInt(random, 4))

const nobody: PodKind = { labels: { app: 'nobody' }, image: 'v1', phase: 'ready' }

const somePod = (
  random: Random,
  state: State,
  wanted: (kind: PodKind) => boolean = () => true,
): PodKind | undefined => {
  if (random() < 0.04) return nobody
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
      return someCreate(random)
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
      return { do: what, seconds: pick(random, [5, 10, 20, 40]) }
    case 'delete-pod': {
      const pod = somePod(random, state, isAlive)
      return pod && { do: what, pod }
    }
    case 'relabel-pod': {
      const pod = somePod(random, state)
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

export const randomCase = (seed: number): Case => {
  const random = randomFrom(seed)
  const theme = pickWeighted(random, { update: 5, scale: 5, pause: 6, labels: 4, delete: 6, crash: 3 })
  const actions: Deed[] = []
  let states: readonly State[] = [init()]
  const opening = openings[pickWeighted(random, openingsOf[theme])](random)
  const length = Math.max(5 + randomInt(random, 4), opening.length + randomInt(random, 2))
  for (let tries = 0; tries < 3 * length && actions.length < length; tries++) {
    const deed = opening[tries] ?? someDeed(random, theme, pick(random, states))
    const next = deed && advance(states, deed)
    if (!deed || !next) continue
    states = next
    actions.push(deed)
  }
  return { input: {}, actions }
}
