/** The model `list-watch` as conformance puts it to an API server: what each action is answered, and what there is at the end. */
import type { Subject } from '#conformance'
import { play, randomCase, rules, uncheckable, writeMove, type Action, type Rule } from '#models/list-watch'
import { widgetLink } from '../widget-link.ts'
import { caseSchema, endOf, seenSchema, type Given, type Seen } from './seen.ts'

type Input = Given['input']

/** Where nothing can happen there is nothing to ask a server for. */
const neverAsked: readonly Rule[] = ['list-watch/idle', ...uncheckable]

const predict: Subject<Input, Action, Seen>['predict'] = (given) => {
  const steps = play(given)
  const last = steps.at(-1)?.state
  const fired = new Set(steps.flatMap(({ trace }) => trace.map(({ rule }) => rule)))
  const idle = steps.find(({ outcome }) => outcome.is === 'idle')
  return {
    seen: [...steps.map(({ outcome }) => outcome), ...(last ? [endOf(last)] : [])],
    rules: [...fired].sort(),
    ...(idle ? { leftOut: 'nothing can happen there' } : {}),
  }
}

export const subject: Subject<Input, Action, Seen> = {
  model: 'list-watch',
  rules: Object.keys(rules),
  uncheckable: () => neverAsked,
  declared: [],
  makeCase: (seed) => ({ input: {}, ...randomCase(seed) }),
  predict,
  keep: ({ input, actions }, wanted) => ({ input, actions: actions.filter((_, at) => wanted(at)) }),
  tell: ({ actions }) => actions.map((one) => JSON.stringify(one)),
  link: ({ actions }) =>
    widgetLink('cluster', { widget: 'list-and-watch', scenario: 'follow' }, actions.map(writeMove)),
  caseSchema,
  seenSchema,
}
