/** Seeded programs: three names, so that writes meet; events are heard early or late, and connections break. */
import { pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import type { Step } from './result.ts'
import { init, step } from './step.ts'
import type { Action, Phase, State } from './types.ts'

export type Case = { readonly actions: readonly Action[] }

const names = ['a', 'b', 'c'] as const

const writes = { create: 5, update: 4, relabel: 2, rewrite: 1, delete: 2, elsewhere: 1 } as const

const someWrite = (random: Random): Action => {
  const name = pick(random, names)
  const kind = pickWeighted(random, writes)
  switch (kind) {
    case 'create':
      return { do: kind, name, matches: random() < 0.7 }
    case 'update':
      return { do: kind, name, based: random() < 0.5 ? 'cache' : 'server' }
    case 'elsewhere':
      return { do: kind }
    default:
      return { do: kind, name }
  }
}

type ClientMove = 'list' | 'watch' | 'receive' | 'cut'

/** What a client of that phase does next, most of the time. */
const clientMoves: Readonly<Record<Phase, Readonly<Record<ClientMove, number>>>> = {
  new: { list: 1, watch: 0, receive: 0, cut: 0 },
  listed: { list: 1, watch: 4, receive: 0, cut: 0 },
  watching: { list: 0, watch: 0, receive: 8, cut: 2 },
  cut: { list: 1, watch: 4, receive: 0, cut: 0 },
  expired: { list: 5, watch: 1, receive: 0, cut: 0 },
}

const someAction = (random: Random, { client }: State): Action => {
  if (random() < 0.5) return someWrite(random)
  if (client.phase !== 'new' && random() < 0.12) return { do: 'compact' }
  return { do: pickWeighted(random, clientMoves[client.phase]) }
}

export const randomCase = (seed: number): Case => {
  const random = randomFrom(seed)
  const length = 10 + randomInt(random, 15)
  let state = init()
  const actions: Action[] = []
  while (actions.length < length) {
    const action = someAction(random, state)
    const { state: after, outcome } = step(state, action)
    // Waiting for what does not come shows little and takes long.
    if (outcome.is === 'idle') continue
    state = after
    actions.push(action)
  }
  return { actions }
}

export const play = ({ actions }: Case): readonly Step[] =>
  actions.reduce<readonly Step[]>((so, action) => [...so, step(so.at(-1)?.state ?? init(), action)], [])
