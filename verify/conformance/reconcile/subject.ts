/**
 * The model `reconcile` as conformance puts it to the real controllers. After each deed, once all is at rest: what the
 * caller was told and what there is, which must be one of the ends that the model reaches in some order of turns; and of
 * the way there, that the sets never wanted more Pods, and fewer were never ready, than in all those orders.
 */
import { canonicalKey } from '#kit'
import type { Difference, Prediction, Subject } from '#conformance'
import {
  follow,
  init,
  keyOf,
  observe,
  played,
  randomCase,
  rules,
  wayOf,
  type Deed,
  type Followed,
  type Rule,
  type State,
  type Way,
} from '#models/reconcile'
import { caseSchema, seenSchema, type Given, type Input, type Seen } from './seen.ts'

const isPlayed = (rule: Rule): boolean => played.some((each) => each === rule)

const distinct = (states: readonly State[]): readonly State[] => [
  ...new Map(states.map((state) => [keyOf(state), state])).values(),
]

/** One of what may be seen, and the rules that speak whatever is seen. */
const predict = ({ actions }: Given): Prediction<Seen> => {
  const fired = new Set<Rule>()
  const seen: Seen[] = []
  let states: readonly State[] = [init()]
  for (const deed of actions) {
    const all = states.map((state) => follow(state, deed))
    for (const rule of spoken(all)) fired.add(rule)
    states = distinct(all.flatMap(({ ends }) => ends))
    const [first] = all
    const [end] = states
    if (first && end) seen.push({ outcome: first.outcome, view: observe(end), way: first.way })
  }
  return { seen, rules: [...fired].filter((rule) => !isPlayed(rule)).sort() }
}

const spoken = ([first, ...others]: readonly Followed[]): readonly Rule[] =>
  (first?.rules ?? []).filter((rule) => others.every(({ rules }) => rules.includes(rule)))

/** Ends that were not seen are dropped, so that what follows is told from those that were. */
const judge = ({ actions }: Given, observed: readonly Seen[]): Difference | undefined => {
  let states: readonly State[] = [init()]
  for (const [at, deed] of actions.entries()) {
    const seen = observed[at]
    const all = states.map((state) => follow(state, deed))
    const agreeing = seen ? all.flatMap((each) => endsLike(each, seen)) : []
    if (agreeing.length === 0) return { at, predicted: mayBe(all), observed: seen }
    states = distinct(agreeing)
  }
  const extra = observed[actions.length]
  return extra && { at: actions.length, predicted: undefined, observed: extra }
}

const endsLike = ({ outcome, ends, way }: Followed, seen: Seen): readonly State[] => {
  if (outcome.is !== seen.outcome.is || !isWithin(seen.way, way)) return []
  const view = canonicalKey(seen.view)
  // Where it ended is a part of the way.
  const leadsTo = (end: State) => seen.way === null || isWithin(wayOf([end]), seen.way)
  return ends.filter((end) => canonicalKey(observe(end)) === view && leadsTo(end))
}

/** Whether one way goes no farther than another. There is none where no Deployment lived all the time. */
const isWithin = (way: Way | null, bounds: Way | null): boolean =>
  way && bounds ? way.most <= bounds.most && way.least >= bounds.least : way === bounds

const mayBe = (all: readonly Followed[]): readonly Seen[] =>
  all.flatMap(({ outcome, way, ends }) => ends.map((end) => ({ outcome, view: observe(end), way })))

export const subject: Subject<Input, Deed, Seen> = {
  model: 'reconcile',
  rules: Object.keys(rules),
  uncheckable: () => played,
  declared: [],
  makeCase: (seed) => randomCase(seed),
  predict,
  admits: judge,
  // A deed whose Pod is not there finds none, here as there.
  keep: ({ input, actions }, wanted) => ({ input, actions: actions.filter((_, at) => wanted(at)) }),
  tell: ({ actions }) => actions.map((one) => JSON.stringify(one)),
  link: () => undefined, // programs name Pods by their kind, links by their number
  caseSchema,
  seenSchema,
}
