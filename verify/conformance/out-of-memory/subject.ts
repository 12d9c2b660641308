/**
 * The model `out-of-memory` as conformance puts it to a kernel. After each action: what the caller was told, whom the
 * kernel killed first, who is dead, and what the groups' files counted.
 */
import type { Subject, Target } from '#conformance'
import {
  init,
  observe,
  randomCase,
  rules,
  step,
  uncheckable,
  type Action,
  type Ground,
  type Input,
  type Row,
  type Rule,
  type State,
} from '#models/out-of-memory'
import { caseSchema, seenSchema, type Given, type Seen } from './seen.ts'

/** A vm's root may do anything and has no disk; on the host everyone is as weak as they may be. */
const grounds: Readonly<Record<Target, Ground>> = {
  host: { version: 'v1', mayLower: false, reads: true },
  vm: { version: 'v2', mayLower: true, reads: false },
  'vm-v1': { version: 'v1', mayLower: true, reads: false },
  k3s: { version: 'v2', mayLower: true, reads: false },
}

const ofV2: readonly Rule[] = [
  'out-of-memory/over-high',
  'out-of-memory/all-die',
  'out-of-memory/all-but-exempt',
  'out-of-memory/counted-upward',
  'out-of-memory/limit-kills',
  'out-of-memory/together-set',
]
const ofV1: readonly Rule[] = [
  'out-of-memory/counted-here',
  'out-of-memory/limit-refused',
  'out-of-memory/no-such-file',
]
const ofPrivilege: readonly Rule[] = ['out-of-memory/exempt', 'out-of-memory/nobody-left']

const cannotFire = (target: Target): readonly Rule[] => {
  const { version, mayLower, reads } = grounds[target]
  return [
    ...(version === 'v1' ? ofV2 : ofV1),
    ...(mayLower ? (['out-of-memory/adjust-refused'] as const) : ofPrivilege),
    ...(reads ? [] : uncheckable),
  ]
}

const alive = (state: State): ReadonlySet<string> =>
  new Set(state.processes.filter(({ life }) => life !== 'killed').map(({ name }) => name))

/** While a limit is lowered, others may or may not run into it. */
const rowsAfter = (action: Action, state: State): readonly Row[] =>
  action.do === 'limit' ? observe(state).map(({ max: _, ...row }) => row) : observe(state)

const predict: Subject<Input, Action, Seen>['predict'] = ({ input, actions }) => {
  const fired = new Set<Rule>()
  const seen: Seen[] = []
  let state = init(input)
  for (const action of actions) {
    const { outcome, trace, ...made } = step(state, action)
    if (outcome.is === 'left-out') return { seen, rules: [], leftOut: JSON.stringify(action) }
    const still = alive(made.state)
    const dead = [...alive(state)].filter((name) => !still.has(name)).sort()
    const first = trace.find(({ rule }) => rule === 'out-of-memory/chosen')?.subject ?? null
    seen.push({ outcome, first, dead, events: rowsAfter(action, made.state) })
    for (const { rule } of trace) fired.add(rule)
    state = made.state
  }
  return { seen, rules: [...fired].sort() }
}

const keep: Subject<Input, Action, Seen>['keep'] = ({ input, actions }, wanted) => ({
  input,
  actions: actions.filter((_, at) => wanted(at)),
})

export const subject: Subject<Input, Action, Seen> = {
  model: 'out-of-memory',
  rules: Object.keys(rules),
  uncheckable: cannotFire,
  declared: [],
  makeCase: (seed, target): Given => randomCase(seed, grounds[target]),
  predict,
  keep,
  tell: ({ actions }) => actions.map((one) => JSON.stringify(one)),
  link: () => undefined, // the widget's groups are its own
  caseSchema,
  seenSchema,
}
