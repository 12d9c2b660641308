/** Random programs, seeded: what property tests and conformance put to the model. */
import { pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import { findByPid, findNamespace, lineage, membersOf, pidIn } from './find.ts'
import { kinds, type Extent, type Kind } from './kinds.ts'
import { someOpening, telling } from './openings.ts'
import { defaultInput, enabled, init, step } from './step.ts'
import type { Action, Input, Kernel, Process, ProcessId, Signal, State } from './types.ts'

const signals: readonly Signal[] = ['HUP', 'INT', 'TERM', 'KILL', 'KILL', 'KILL']

/** What a program is about: its actions in these proportions. */
const themes = {
  processes: {
    ...{ fork: 8, clone: 3, unshare: 2, wait: 4, exit: 4, kill: 5, handle: 3 },
    ...{ setns: 1, subreaper: 2, drop: 0, map: 0, setgroups: 0, exec: 1 },
  },
  owners: {
    ...{ fork: 4, clone: 4, unshare: 4, wait: 0, exit: 1, kill: 1, handle: 0 },
    ...{ setns: 6, subreaper: 0, drop: 2, map: 9, setgroups: 2, exec: 1 },
  },
  all: {
    ...{ fork: 6, clone: 3, unshare: 3, wait: 2, exit: 2, kill: 3, handle: 1 },
    ...{ setns: 4, subreaper: 1, drop: 1, map: 3, setgroups: 1, exec: 1 },
  },
} as const

export type Theme = keyof typeof themes

/** User namespaces come often: all that is refused to anyone begins with one. */
const likely: readonly Kind[] = [...kinds, 'user', 'user', 'user', 'user', 'pid', 'pid']

const someKinds = (random: Random, theme: Theme, from: readonly Kind[]): readonly Kind[] => {
  if (theme === 'processes') return ['pid']
  const wanted = Array.from({ length: 1 + randomInt(random, 3) }, () => pick(random, from))
  return kinds.filter((kind) => wanted.includes(kind))
}

/** A PID namespace alone goes without saying. */
const kindsFor = (random: Random, theme: Theme, from: readonly Kind[]): { kinds?: readonly Kind[] } =>
  theme === 'processes' ? {} : { kinds: someKinds(random, theme, from) }

/** Mostly one number, as anyone may map; now and then what is malformed, unknown outside or too much. */
const someExtents = (random: Random): readonly Extent[] =>
  random() < 0.2 ? pick(random, telling) : anyExtents(random)

const anyExtents = (random: Random): readonly Extent[] =>
  Array.from(
    { length: pickWeighted(random, { '1': 8, '2': 3, '0': 1 }) === '1' ? 1 : randomInt(random, 3) },
    () => [
      pick(random, [0, 0, 1, 1000]),
      pick(random, [0, 0, 0, 1, 500, 1000]),
      pick(random, [1, 1, 1, 2, 400, 0]),
    ],
  )

/** Oneself most of all; anyone, for the rest. */
const someone = (random: Random, state: State, by: ProcessId): ProcessId => {
  const running = state.processes.filter(({ life }) => life.is === 'running').map(({ id }) => id)
  return pick(random, [by, by, ...running])
}

/** Numbers a sender may well try: those it sees, 1 more often than others, and one that may not exist. */
const targetFor = (random: Random, state: State, sender: Process): number => {
  const seen = membersOf(state, sender.namespace).map(
    (process) => pidIn(state, process, sender.namespace) ?? 1,
  )
  const unseen = findNamespace(state, sender.namespace).last + 1
  return pick(random, [...seen, 1, unseen])
}

/** Now and then the very signal that its target has a handler for. */
const killBy = (random: Random, state: State, sender: Process): Action => {
  const pid = targetFor(random, state, sender)
  const handled = findByPid(state, sender.namespace, pid)?.handles ?? []
  return { do: 'kill', by: sender.id, pid, signal: pick(random, [...signals, ...handled, ...handled]) }
}

/** The outermost process 1 stays: its end is the end of the machine that would run the case. */
const actorFor = (random: Random, state: State): Process | undefined => {
  const able = state.processes.filter(({ life, parent }) => life.is === 'running' && parent !== 0)
  return able.length > 0 ? pick(random, able) : state.processes.find(({ parent }) => parent === 0)
}

const actionFor = (random: Random, state: State, actor: Process, theme: Theme): Action => {
  const by = actor.id
  const deep = lineage(state, actor.namespace).length > 4
  const weights = themes[theme]
  const wanted = pickWeighted(random, {
    ...weights,
    clone: deep ? 0 : weights.clone,
    exit: actor.parent === 0 ? 0 : weights.exit,
  })
  const program = () => pick(random, ['sh', 'sleep', 'cat'])
  const comm = () => (random() < 0.5 ? {} : { comm: program() })
  switch (wanted) {
    case 'fork':
      return { do: 'fork', by, ...comm() }
    case 'clone': {
      const fit = likely.filter((kind) => kind !== 'time')
      return { do: 'clone', by, ...comm(), ...kindsFor(random, theme, fit) }
    }
    case 'unshare':
      return { do: 'unshare', by, ...kindsFor(random, theme, likely) }
    case 'setns':
      return {
        do: 'setns',
        by,
        pid: targetFor(random, state, actor),
        kinds: someKinds(random, theme, likely),
      }
    case 'wait':
    case 'subreaper':
    case 'drop':
      return { do: wanted, by }
    case 'map': {
      const file = pick(random, ['uid', 'gid'] as const)
      return { do: 'map', by, of: someone(random, state, by), file, extents: someExtents(random) }
    }
    case 'setgroups': {
      const to = pick(random, ['allow', 'deny', 'deny'] as const)
      return { do: 'setgroups', by, of: someone(random, state, by), to }
    }
    case 'exec':
      return { do: 'exec', by, comm: program() }
    case 'exit':
      return { do: 'exit', by, status: randomInt(random, 256) }
    case 'handle':
      return { do: 'handle', by, signal: pick(random, signals) }
    case 'kill':
      return killBy(random, state, actor)
  }
}

/** Every internal move made, in the order given. */
export const settle = (state: State): State => {
  const [next] = enabled(state)
  return next ? settle(step(state, next).state) : state
}

/** A program of `length` actions, each possible where it stands once everything before it has settled. */
export const randomProgram = (
  random: Random,
  length: number,
  input: Partial<Input> = {},
  theme: Theme = 'processes',
  opening: readonly Action[] = [],
): readonly Action[] => {
  const program: Action[] = [...opening]
  let state = opening.reduce((so, action) => settle(step(so, action).state), init(input))
  while (program.length < length) {
    const actor = actorFor(random, state)
    if (!actor) break
    const action = actionFor(random, state, actor, theme)
    program.push(action)
    state = settle(step(state, action).state)
  }
  return program
}

export type Case = { readonly input: Input; readonly actions: readonly Action[] }

/** As a sandbox begins: the second process born there is the shell. */
const sandbox: Input = { ...defaultInput, machine: false, pid: 2 }

/**
 * A few cases start close to the deepest level, which no program of this length would reach, and half where an
 * ordinary user has made the sandbox: with one number, and setgroups denied for good.
 */
export const randomCase = (seed: number, kernel: Kernel = defaultInput.kernel): Case => {
  const random = randomFrom(seed)
  const place = pickWeighted(random, { plain: 10, deep: 3, poor: 7 })
  const theme = pick(random, ['processes', 'owners', 'all'] as const)
  const input: Input = {
    ...sandbox,
    kernel,
    level: place === 'deep' ? pick(random, [30, 31]) : 0,
    ...(place === 'plain' ? {} : { ids: 1, setgroups: 'deny' }),
  }
  const opening = someOpening(random, place)
  return { input, actions: randomProgram(random, 15, input, theme, opening) }
}
