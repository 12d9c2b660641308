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
import { movesOf, settleTelling, type Case, type Prediction, type Subject } from '#conformance'
import { widgetLink } from '../widget-link.ts'
import { caseSchema, seenSchema, type Seen } from './seen.ts'

const system = { enabled, step }

const predict = ({ input, actions }: Case<Input, Action>): Prediction<Seen> => {
  const fired = new Set<Rule>()
  const seen: Seen[] = []
  let state = init(input)
  for (const action of actions) {
    const { outcome, ...made } = step(state, action)
    if (outcome.is === 'left-out') return { seen, rules: [], leftOut: JSON.stringify(action) }
    const settled = settleTelling(system, made)
    state = settled.state
    for (const rule of settled.rules) fired.add(rule)
    const lives = findProcess(state.processes, action.by)?.life.is === 'running'
    seen.push({ outcome: lives || outcome.is === 'no-actor' ? outcome : null, ...observe(state) })
  }
  return { seen, rules: [...fired].sort() }
}

/** The moves of a story with the system's own among them, as a link to the chapter's widget holds them. */
const link = ({ input, actions }: Case<Input, Action>): string => {
  const moves = movesOf<State, Move, Rule>(system, init(), renumber(actions, input, defaultInput))
  const place = { widget: 'what-keeps-it-alive', scenario: 'last-member' }
  return widgetLink('namespaces', place, moves.map(writeMove))
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
