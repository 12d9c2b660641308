/**
 * The model `cgroups` as conformance puts it to a kernel. After each action: what the caller was told, and what the file
 * written to then reads; at the end, every file of every group. A case is of one generation of cgroups, as its target is.
 */
import type { Case, Prediction, Subject } from '#conformance'
import {
  foreignTo,
  init,
  observe,
  randomCase,
  rules,
  step,
  writeMove,
  type Action,
  type Input,
  type Rule,
  type State,
} from '#models/cgroups'
import { widgetLink } from '../widget-link.ts'
import { caseSchema, seenSchema, type Seen } from './seen.ts'

const readBack = (state: State, action: Action): string | null => {
  if (action.do !== 'write' || action.file === 'cgroup.kill') return null
  const { outcome } = step(state, { do: 'read', by: 'root', at: action.at, file: action.file })
  if (outcome.is === 'text') return outcome.text
  return outcome.is === 'error' ? outcome.errno : null
}

const predict = ({ input, actions }: Case<Input, Action>): Prediction<Seen> => {
  const fired = new Set<Rule>()
  const seen: Seen[] = []
  let state = init(input)
  for (const action of actions) {
    const { outcome, trace, ...made } = step(state, action)
    if (outcome.is === 'left-out') return { seen, rules: [], leftOut: outcome.why }
    state = made.state
    for (const { rule } of trace) fired.add(rule)
    seen.push({ outcome, back: readBack(state, action) })
  }
  const groups = observe(state).map(({ place, files }) => [place, files] as const)
  return { seen: [...seen, { groups }], rules: [...fired].sort() }
}

export const subject: Subject<Input, Action, Seen> = {
  model: 'cgroups',
  rules: Object.keys(rules),
  uncheckable: (target) => foreignTo(target === 'vm-v1' ? 'v1' : 'v2'),
  declared: [],
  makeCase: (seed, target) => randomCase(seed, target === 'vm-v1' ? 'v1' : 'v2'),
  predict,
  // Processes and places are named by whoever makes them, so that nothing has to be numbered anew.
  keep: ({ input, actions }, wanted) => ({ input, actions: actions.filter((_, at) => wanted(at)) }),
  tell: ({ actions }) => actions.map((action) => JSON.stringify(action)),
  link: ({ input, actions }) => {
    const moves = actions.map((action) => writeMove({ ...action, on: input.version }))
    const scenario = input.version === 'v1' ? 'free-v1' : 'free'
    return widgetLink('cgroups', { widget: 'cgroup-tree', scenario }, moves)
  },
  caseSchema,
  seenSchema,
}
