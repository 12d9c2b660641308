/**
 * The model `namespaces` as conformance puts it to a kernel. After each action: what the caller was told, the table of
 * processes in the outermost namespace with their numbers at every level, and which namespaces, capabilities and
 * numbers each has; at the end, what each says of itself.
 */
import { z } from 'astro/zod'
import {
  defaultInput,
  enabled,
  findProcess,
  idsOf,
  init,
  kinds,
  links,
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
  type End,
  type Holding,
  type Input,
  type Move,
  type Outcome,
  type Row,
  type Rule,
  type State,
} from '#models/namespaces'
import type { Case, Prediction, Subject } from '../types.ts'

export type AfterAction = {
  /** null: the caller did not live to hear it */
  readonly outcome: Outcome | null
  /** what a successful wait says of the child */
  readonly ended: End | null
  readonly ps: readonly Row[]
  readonly held: readonly Holding[]
}

/** Of each that can still speak: its outermost number, and what getpid, getppid, getuid and getgid tell it. */
type Self = readonly [number, number, number, number, number]

export type Selves = { readonly selves: readonly Self[] }

export type Seen = AfterAction | Selves

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
    const settled = settleTelling({ state: made.state, moves: [], rules: made.trace.map(({ rule }) => rule) })
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

/** The moves of a story with the system's own among them, as a link holds them. */
const link = ({ input, actions }: Case<Input, Action>): string | undefined => {
  if (input.level !== defaultInput.level || input.setgroups !== defaultInput.setgroups) return undefined
  let state = init()
  const moves = renumber(actions, input, defaultInput).flatMap((action) => {
    const settled = settleTelling({ state: step(state, action).state, moves: [action], rules: [] })
    state = settled.state
    return settled.moves
  })
  return `#pids-at-every-depth=${['first-born', moves.length, 0, ...moves.map(writeMove)].join('.')}`
}

const number = z.int().min(0)
const kind = z.enum(kinds)
const signal = z.enum(['HUP', 'INT', 'TERM', 'KILL'])

const action: z.ZodType<Action> = z.union([
  z.strictObject({ do: z.literal('fork'), by: number, comm: z.string().exactOptional() }),
  z.strictObject({
    do: z.literal('clone'),
    by: number,
    comm: z.string().exactOptional(),
    kinds: z.array(kind).exactOptional(),
  }),
  z.strictObject({ do: z.literal('unshare'), by: number, kinds: z.array(kind).exactOptional() }),
  z.strictObject({ do: z.literal('setns'), by: number, pid: number, kinds: z.array(kind) }),
  z.strictObject({ do: z.enum(['wait', 'subreaper', 'drop']), by: number }),
  z.strictObject({
    do: z.literal('map'),
    by: number,
    of: number,
    file: z.enum(['uid', 'gid']),
    extents: z.array(z.tuple([number, number, number])),
  }),
  z.strictObject({ do: z.literal('setgroups'), by: number, of: number, to: z.enum(['allow', 'deny']) }),
  z.strictObject({ do: z.literal('exit'), by: number, status: number }),
  z.strictObject({ do: z.literal('handle'), by: number, signal }),
  z.strictObject({ do: z.literal('kill'), by: number, pid: number, signal }),
])

const outcome: z.ZodType<Outcome> = z.union([
  z.strictObject({ is: z.enum(['done', 'nothing-yet', 'no-actor']) }),
  z.strictObject({ is: z.literal('pid'), pid: number }),
  z.strictObject({
    is: z.literal('error'),
    errno: z.enum(['EACCES', 'ECHILD', 'EINVAL', 'ENOMEM', 'ENOSPC', 'EPERM', 'ESRCH']),
  }),
])

const end: z.ZodType<End> = z.union([
  z.strictObject({ by: z.literal('exit'), status: number }),
  z.strictObject({ by: z.literal('signal'), signal }),
])

const row: z.ZodType<Row> = z.strictObject({
  pid: number,
  ppid: number,
  comm: z.string(),
  state: z.enum(['S', 'Z']),
  nspid: z.array(number),
})

const holding: z.ZodType<Holding> = z.strictObject({
  pid: number,
  ns: z.array(number.nullable()).length(links.length),
  capable: z.boolean(),
})

export const namespaces: Subject<Input, Action, Seen> = {
  model: 'namespaces',
  rules: Object.keys(rules),
  uncheckable,
  declared: [],
  makeCase: randomCase,
  predict,
  keep,
  tell: ({ input, actions }) => renumber(actions, input, defaultInput).map((one) => JSON.stringify(one)),
  link,
  caseSchema: z.object({
    input: z.strictObject({
      ...{ one: z.string(), shell: z.string(), pid: number, level: number, ids: number },
      setgroups: z.enum(['allow', 'deny']),
    }),
    actions: z.array(action),
  }),
  seenSchema: z.union([
    z.strictObject({
      outcome: outcome.nullable(),
      ended: end.nullable(),
      ps: z.array(row),
      held: z.array(holding),
    }),
    z.strictObject({ selves: z.array(z.tuple([number, number, number, number, number])) }),
  ]),
}
