/**
 * What may follow from a deed: every order of the controllers' turns, walked to where nobody has anything to do. A rule
 * has spoken only if it did in every order, since a cluster shows where it ended and not which way it went.
 */
import { explore, type Machine } from '#kit'
import { readyOf, replicasOf, setsOf } from './find.ts'
import { keyOf } from './observe.ts'
import { perform, type Deed } from './program.ts'
import type { Rule } from './rules.ts'
import type { Step } from './result.ts'
import { changing, consider, type Taken } from './step.ts'
import type { Outcome, State } from './types.ts'

/** On the way to rest: the most replicas that the sets wanted together, and the fewest Pods that were ready. */
export type Way = { readonly most: number; readonly least: number }

export type Followed = {
  readonly outcome: Outcome
  readonly ends: readonly State[]
  readonly rules: readonly Rule[]
  /** bounds of all ways; null where there was not a Deployment all the time */
  readonly way: Way | null
  /** false: there are more orders than were walked */
  readonly complete: boolean
}

const turnsWith = (kubeletAwake: boolean) => (state: State) =>
  changing(state).filter(({ turn }) => kubeletAwake || turn.do !== 'kubelet')

export const follow = (before: State, deed: Deed, states = 250): Followed => {
  const { state: start, outcome, trace } = perform(before, deed)
  const taken = new Map<State, readonly Taken[]>()
  const awake = turnsWith(deed.do === 'tend-all')
  const machine: Machine<State, Taken> = {
    enabled: (state) => {
      const turns = awake(state)
      taken.set(state, turns)
      return turns
    },
    step: (_, { step }) => step,
  }
  const keys = new Map<State, string>()
  const key = (state: State): string => {
    const known = keys.get(state) ?? keyOf(state)
    keys.set(state, known)
    return known
  }
  const { admissible, settled, complete } = explore(start, machine, { states, depth: 200 }, key)
  const edges = new Map(
    [...admissible].map(([from, state]) => [
      from,
      (taken.get(state) ?? []).map(({ step }) => ({ to: key(step.state), step })),
    ]),
  )
  const ends = [...settled.values()]
  const told = trace.map(({ rule }) => rule)
  const rules = [...new Set([...told, ...unavoidable(key(start), edges, settled), ...standing(ends)])]
  return { outcome, ends, rules, way: wayOf([before, ...admissible.values()]), complete }
}

type Edges = ReadonlyMap<string, readonly { readonly to: string; readonly step: Step }[]>

/** The rules without which no end can be reached. */
const unavoidable = (start: string, edges: Edges, ends: ReadonlyMap<string, State>): readonly Rule[] => {
  const spoken = new Set(
    [...edges.values()].flatMap((all) => all.flatMap(({ step }) => step.trace.map(({ rule }) => rule))),
  )
  return [...spoken].filter((rule) => !reaches(start, edges, ends, rule))
}

const reaches = (start: string, edges: Edges, ends: ReadonlyMap<string, State>, without: Rule): boolean => {
  const seen = new Set([start])
  for (const from of seen) {
    if (ends.has(from)) return true
    for (const { to, step } of edges.get(from) ?? [])
      if (step.trace.every(({ rule }) => rule !== without)) seen.add(to)
  }
  return false
}

/** Why all stays as it is, in every end: what it stays like is seen. */
const standing = (ends: readonly State[]): readonly Rule[] => {
  const [first = [], ...others] = ends.map((end) =>
    consider(end)
      .filter(({ step }) => step.state === end)
      .flatMap(({ step }) => step.trace.map(({ rule }) => rule)),
  )
  return first.filter((rule) => others.every((rules) => rules.includes(rule)))
}

export const wayOf = (states: readonly State[]): Way | null => {
  const ways = states.map((state) => {
    const [deployment] = state.deployments
    return deployment && !deployment.deleting
      ? { most: replicasOf(setsOf(state, deployment)), least: readyOf(state, deployment) }
      : null
  })
  const known = ways.filter((way) => way !== null)
  return known.length < ways.length
    ? null
    : {
        most: Math.max(...known.map(({ most }) => most)),
        least: Math.min(...known.map(({ least }) => least)),
      }
}
