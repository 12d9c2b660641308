/**
 * The model `kept-namespaces` as conformance puts it to a kernel. After each action, once all that follows from it has
 * come to rest: what the caller was told, how many namespaces of each kind there are, and which of them processes,
 * descriptors and mounts stand for.
 */
import {
  enabled,
  init,
  observe,
  randomCase,
  renumber,
  rules,
  step,
  writeMove,
  type Action,
  type Input,
  type Move,
  type Rule,
  type State,
} from '#models/kept-namespaces'
import { defaultInput, findProcess } from '#models/namespaces'
import type { Case, Prediction, Subject } from '#conformance'
import { caseSchema, seenSchema, type Seen } from './seen.ts'

type Played = { readonly state: State; readonly moves: readonly Move[]; readonly rules: readonly Rule[] }

const settleTelling = (played: Played): Played => {
  const [next] = enabled(played.state)
  if (!next) return played
  const { state, trace } = step(played.state, next)
  return settleTelling({
    state,
    moves: [...played.moves, next],
    rules: [...played.rules, ...trace.map(({ rule }) => rule)],
  })
}

const predict = ({ input, actions }: Case<Input, Action>): Prediction<Seen> => {
  const fired = new Set<Rule>()
  const seen: Seen[] = []
  let state = init(input)
  for (const action of actions) {
    const { outcome, ...made } = step(state, action)
    if (outcome.is === 'left-out') return { seen, rules: [], leftOut: JSON.stringify(action) }
    const settled = settleTelling({ state: made.state, moves: [], rules: made.trace.map(({ rule }) => rule) })
    state = settled.state
    for (const rule of settled.rules) fired.add(rule)
    const lives = findProcess(state.processes, action.by)?.life.is === 'running'
    seen.push({ outcome: lives || outcome.is === 'no-actor' ? outcome : null, ...observe(state) })
  }
  return { seen, rules: [...fired].sort() }
}

/** The moves of a story with the system's own among them, as a link to the chapter's widget holds them. */
const link = ({ input, actions }: Case<Input, Action>): string => {
  let state = init()
  const moves = renumber(actions, input, defaultInput).flatMap((action) => {
    const settled = settleTelling({ state: step(state, action).state, moves: [action], rules: [] })
    state = settled.state
    return settled.moves
  })
  // All of the scenario's own moves are left out.
  const written = ['last-member', moves.length, 0, ...moves.map(writeMove)].join('.')
  return `/en/namespaces/#what-keeps-it-alive=${written}`
}

export const subject: Subject<Input, Action, Seen> = {
  model: 'kept-namespaces',
  rules: Object.keys(rules),
  uncheckable: () => [],
  declared: [],
  makeCase: randomCase,
  predict,
  keep: ({ input, actions }, wanted) => ({ input, actions: renumber(actions, input, input, wanted) }),
  tell: ({ actions }) => actions.map((one) => JSON.stringify(one)),
  link,
  caseSchema,
  seenSchema,
}
