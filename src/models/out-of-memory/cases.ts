/**
 * Random set-ups, seeded: a tree of limited groups, processes in it, and what they do until the first of them dies.
 * Only what is sure is kept: the same must come out where everyone holds a little more or less, and the first to go
 * must be ahead of the next by a margin.
 */
import { canonicalKey, pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import { findProcess, pathUp, usageOf } from './find.ts'
import { observe } from './observe.ts'
import type { Step } from './result.ts'
import { cacheCase, exemptCase, highCase, outsiderCase, own, type Case, type Ground } from './shapes.ts'
import { init, step } from './step.ts'
import type { Action, GroupInput, Input, ProcessInput, State, Version } from './types.ts'

export type { Case, Ground }

/** By how many pages the first must be ahead of the second. */
export const margin = 300

/** By how much reality may differ in what a process holds, and in what a group may have. */
const ownSlack = [-40, 60, 120]
const maxSlack = [-250, 250]

const themes = {
  fill: { allocate: 10, read: 1, move: 1, adjust: 1, limit: 1, together: 0 },
  settings: { allocate: 5, read: 1, move: 2, adjust: 4, limit: 4, together: 2 },
  read: { allocate: 4, read: 6, move: 0, adjust: 0, limit: 2, together: 0 },
} as const

const someMax = (random: Random): number => 3000 + 500 * randomInt(random, 19)

/** A top with a limit, so that no load is large; below it up to three groups, one of them perhaps inside another. */
const someGroups = (random: Random, version: Version): readonly GroupInput[] => {
  const count = randomInt(random, 4)
  const top: GroupInput = { name: 'top', max: 8000 + 1000 * randomInt(random, 9) }
  const parents = ['top']
  const below = Array.from({ length: count }, (_, at): GroupInput => {
    const name = ['a', 'b', 'c'][at] ?? 'd'
    const parent = pick(random, parents)
    if (parent === 'top') parents.push(name)
    return {
      ...{ name, parent },
      ...(random() < 0.75 ? { max: someMax(random) } : {}),
      ...(version === 'v2' && random() < 0.3 ? { together: true } : {}),
    }
  })
  return [version === 'v2' && random() < 0.15 ? { ...top, together: true } : top, ...below]
}

/** v2 allows processes in the leaves alone. */
const homes = (groups: readonly GroupInput[], version: Version): readonly string[] =>
  groups
    .filter(({ name }) => version === 'v1' || !groups.some(({ parent }) => parent === name))
    .map(({ name }) => name)

const someAdj = (random: Random, mayLower: boolean): number => {
  if (mayLower && random() < 0.25) return -1000
  if (mayLower && random() < 0.3) return -100 * (1 + randomInt(random, 9))
  return random() < 0.5 ? 0 : 100 * randomInt(random, 11)
}

const someProcesses = (
  random: Random,
  homes: readonly string[],
  mayLower: boolean,
): readonly ProcessInput[] =>
  Array.from({ length: 2 + randomInt(random, 4) }, (_, at): ProcessInput => {
    const adj = random() < 0.5 ? 0 : someAdj(random, mayLower)
    return { name: `p${at + 1}`, group: pick(random, homes), ...(adj === 0 ? {} : { adj }) }
  })

/** Nobody reads more than half of what is left, and all in one group: whose file pages go first is not modelled. */
const room = (state: State, group: string): number =>
  Math.min(...pathUp(state, group).map(({ name, max }) => (max ?? 20_000) - usageOf(state, name)))

const someAction = (random: Random, state: State, input: Input, ground: Ground): Action | undefined => {
  const running = state.processes.filter(({ life }) => life === 'running').map(({ name }) => name)
  const by = pick(random, running)
  const theme = themes[pickWeighted(random, { fill: 6, settings: 3, read: ground.reads ? 2 : 0 })]
  const group = pick(random, input.groups).name
  switch (pickWeighted(random, theme)) {
    case 'allocate':
      return { do: 'allocate', by, pages: 500 + 100 * randomInt(random, 60) }
    case 'read': {
      const most = Math.floor(room(state, findProcess(state, by)?.group ?? '') / 2)
      const own = findProcess(state, by)?.group
      const elsewhere = state.groups.some(({ name, cache }) => cache > 0 && name !== own)
      return ground.reads && !elsewhere && most > 600
        ? { do: 'read', by, pages: Math.min(most, 2000) }
        : undefined
    }
    case 'move':
      return { do: 'move', by, to: pick(random, homes(input.groups, input.version)) }
    case 'adjust':
      return { do: 'adjust', by, adj: someAdj(random, true) }
    case 'limit':
      return { do: 'limit', group, max: 1500 + 500 * randomInt(random, 20) }
    case 'together':
      return { do: 'together', group, on: random() < 0.7 }
  }
}

/** Over a limit, whatever anyone does next may need one page more. */
const isOver = (state: State): boolean =>
  state.groups.some(({ name, max }) => max !== undefined && usageOf(state, name) > max)

const hasEnded = (state: State): boolean =>
  isOver(state) || state.processes.some(({ life }) => life !== 'running')

const make = (random: Random, ground: Ground): Case => {
  const shape = random()
  if (shape < 0.09 && ground.version === 'v2') return highCase(random, ground)
  if (shape < 0.09 && ground.reads) return cacheCase(random, ground)
  if (shape > 0.93) return outsiderCase(random, ground)
  if (shape > 0.88 && ground.mayLower) return exemptCase(random, ground)
  const { version, mayLower } = ground
  const groups = someGroups(random, version)
  const processes = someProcesses(random, homes(groups, version), mayLower)
  const input: Input = { version, mayLower, own, groups, processes }
  const actions: Action[] = []
  let state = init(input)
  for (let left = 14; left > 0 && actions.length < 10 && !hasEnded(state); left--) {
    const action = someAction(random, state, input, ground)
    if (!action) continue
    const next = step(state, action)
    if (next.outcome.is === 'left-out') continue
    state = next.state
    actions.push(action)
  }
  return { input, actions }
}

const play = ({ input, actions }: Case): readonly Step[] => {
  const steps: Step[] = []
  for (const action of actions) steps.push(step(steps.at(-1)?.state ?? init(input), action))
  return steps
}

const visible = (steps: readonly Step[]): string =>
  canonicalKey(
    steps.map(({ state, outcome }) => [outcome, state.processes.map(({ life }) => life), observe(state)]),
  )

type Change = (given: Case) => Case

const holdMore =
  (by: number): Change =>
  ({ input, actions }) => ({ input: { ...input, own: Math.max(input.own + by, 0) }, actions })

/** One group alone: where two limits are met at once, this tells them apart. */
const allowMore =
  (name: string, by: number): Change =>
  ({ input, actions }) => ({
    input: {
      ...input,
      groups: input.groups.map((group) =>
        group.name === name && group.max !== undefined ? { ...group, max: group.max + by } : group,
      ),
    },
    actions,
  })

/** What the kernel keeps about file pages is charged too. */
const readMore: Change = ({ input, actions }) => ({
  input,
  actions: actions.map((action) =>
    action.do === 'read' ? { ...action, pages: Math.ceil(action.pages * 1.25) } : action,
  ),
})

const variants = ({ groups }: Input): readonly Change[] => [
  readMore,
  ...ownSlack.map(holdMore),
  ...groups.flatMap(({ name }) => maxSlack.map((by) => allowMore(name, by))),
]

/** One choice at most, and not a close one. */
const isClearChoice = (steps: readonly Step[]): boolean => {
  const chosen = steps
    .flatMap(({ trace }) => trace)
    .flatMap((reason) => (reason.rule === 'out-of-memory/chosen' ? [reason.facts] : []))
  return chosen.length <= 1 && chosen.every(({ score, next }) => next === undefined || score - next >= margin)
}

/** How hard reclaim tries before it gives up is not modelled: who has read files is not killed for. */
const isClear = (given: Case, steps: readonly Step[]): boolean =>
  given.actions.some((action) => action.do === 'read')
    ? steps.every(({ state }) => !hasEnded(state))
    : isClearChoice(steps)

export const isSure = (given: Case): boolean => {
  const steps = play(given)
  const expected = visible(steps)
  return (
    isClear(given, steps) &&
    variants(given.input).every((change) => visible(play(change(given))) === expected)
  )
}

/** Most set-ups are to end in a death: the others say little. */
const isWorthIt = (given: Case, random: Random): boolean =>
  given.input.groups.some(({ high }) => high !== undefined) ||
  play(given).some(({ trace }) => trace.some(({ rule }) => rule === 'out-of-memory/reclaimed')) ||
  play(given).some(({ state }) => hasEnded(state)) ||
  random() < 0.05

export const randomCase = (seed: number, ground: Ground): Case => {
  const random = randomFrom(seed)
  for (;;) {
    const given = make(random, ground)
    if (isSure(given) && isWorthIt(given, random)) return given
  }
}
