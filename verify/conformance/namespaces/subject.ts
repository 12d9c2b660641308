/**
 * The model `namespaces` as conformance puts it to a kernel. After each action: what the caller was told, the table of
 * processes in the outermost namespace with their numbers at every level, and which namespaces, capabilities and
 * numbers each has; at the end, what each says of itself.
 */
import {
  defaultInput,
  enabled,
  findProcess,
  foreignTo,
  idsOf,
  init,
  observe,
  observeKinds,
  pidIn,
  randomCase,
  renumber,
  rules,
  step,
  uncheckable,
  writeMove,
  type Action,
  type Input,
  type Kernel,
  type Move,
  type Rule,
  type ScenarioId,
  type State,
} from '#models/namespaces'
import { movesOf, settleTelling, type Case, type Prediction, type Subject, type Target } from '#conformance'
import { widgetLink } from '../widget-link.ts'
import { caseSchema, seenSchema, type Seen, type Self, type Selves } from './seen.ts'

const system = { enabled, step }

const selvesIn = (state: State): Selves => ({
  selves: state.processes
    .filter(({ life }) => life.is === 'running')
    .map((process): Self => {
      const parent = findProcess(state, process.parent)
      const own = process.namespace
      return [
        process.id,
        pidIn(state, process, own) ?? 0,
        (parent && pidIn(state, parent, own)) ?? 0,
        ...idsOf(state, process),
      ]
    })
    .sort(([a], [b]) => a - b),
})

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
    const lives = findProcess(state, action.by)?.life.is === 'running'
    const reaped = made.trace.find((reason) => reason.rule === 'namespaces/wait-reaps')
    const told = lives || outcome.is === 'no-actor'
    seen.push({
      outcome: told ? outcome : null,
      ended: reaped?.facts.end ?? null,
      ps: observe(state)[0]?.ps ?? [],
      held: observeKinds(state),
    })
  }
  return { seen: [...seen, selvesIn(state)], rules: [...fired].sort() }
}

const keep: Subject<Input, Action, Seen>['keep'] = ({ input, actions }, wanted) => ({
  input,
  actions: renumber(actions, input, input, wanted),
})

const { kernel, level, ids, setgroups } = defaultInput

/** Begins as the widget does, but for the number of its shell. */
const isPlain = (input: Input): boolean =>
  input.level === level && input.ids === ids && input.setgroups === setgroups

/** The story that a link continues with moves of the reader's own. */
const blank: ScenarioId = 'first-born'

/** The moves of a story with the system's own among them, as a link to the chapter's widget holds them. */
const link = ({ input, actions }: Case<Input, Action>): string | undefined => {
  if (!isPlain(input) || input.kernel !== kernel) return undefined
  const moves = movesOf<State, Move, Rule>(system, init(), renumber(actions, input, defaultInput))
  return widgetLink('namespaces', { widget: 'pids-at-every-depth', scenario: blank }, moves.map(writeMove))
}

/** The vm runs a distribution's kernel, which is older than this machine's. */
const kernelOf = (target: Target): Kernel => (target === 'vm' ? '6.1' : '6.2')

export const subject: Subject<Input, Action, Seen> = {
  model: 'namespaces',
  rules: Object.keys(rules),
  uncheckable: (target) => [...uncheckable, ...foreignTo(kernelOf(target))],
  declared: [],
  makeCase: (seed, target) => randomCase(seed, kernelOf(target)),
  predict,
  keep,
  plainer: (input) => (isPlain(input) ? [] : [{ ...input, level: 0, ids, setgroups }]),
  tell: ({ actions }) => actions.map((one) => JSON.stringify(one)),
  link,
  caseSchema,
  seenSchema,
}
