/** Random programs, seeded: what property tests and conformance put to the model. */
import { pick, pickWeighted, randomFrom, randomInt, type Random } from '#kit'
import { defaultInput, kinds, pidIn, type Kind, type Process } from '#models/namespaces'
import { nameOfPlain } from './names.ts'
import { someOpening } from './openings.ts'
import { init, settle, step } from './step.ts'
import type { Action, Input, State } from './types.ts'

export type Case = { readonly input: Input; readonly actions: readonly Action[] }

const { one, shell, level } = defaultInput

/** As an ordinary user's sandbox begins: one number, setgroups denied, and the second process born is the shell. */
const sandbox: Input = { one, shell, pid: 2, level, ids: 1, setgroups: 'deny' }

const weights = {
  ...{ fork: 4, clone: 7, unshare: 5, setns: 2, exit: 6, kill: 4, wait: 7, drop: 1, map: 2 },
  ...{ open: 8, close: 5, bind: 8, umount: 5, enter: 7 },
} as const satisfies Record<Action['do'], number>

const likely: readonly Kind[] = [...kinds, 'user', 'pid', 'mnt', 'uts', 'net']

const someKinds = (random: Random, most: number): readonly Kind[] => {
  const wanted = Array.from({ length: 1 + randomInt(random, most) }, () => pick(random, likely))
  return kinds.filter((kind) => wanted.includes(kind))
}

/** clone knows no time namespaces. */
const kindsToClone = (random: Random): readonly Kind[] => {
  const wanted = someKinds(random, 3).filter((kind) => kind !== 'time')
  return wanted.length > 0 ? wanted : ['uts']
}

/** The outermost process 1 stays: its end is the end of the sandbox. */
const actorFor = (random: Random, { processes: { processes } }: State): Process | undefined => {
  const able = processes.filter(({ life, parent }) => life.is === 'running' && parent !== 0)
  return able.length > 0 ? pick(random, able) : processes.find(({ parent }) => parent === 0)
}

/** Numbers a caller may well try: those it sees, and now and then one that nobody has. */
const targetFor = (random: Random, { processes }: State, caller: Process): number => {
  const seen = processes.processes.flatMap((process) => pidIn(processes, process, caller.namespace) ?? [])
  return random() < 0.06
    ? (processes.namespaces[caller.namespace]?.last ?? 0) + 1
    : pick(random, [...seen, 1])
}

/** Mostly one of those there are. */
const oneOf = (random: Random, there: readonly number[], from: number): number =>
  there.length > 0 && random() < 0.85 ? pick(random, there) : from + randomInt(random, 3)

const mountFor = (random: Random, { processes, mounts }: State, { in: own }: Process): number => {
  const table = nameOfPlain(processes, 'mnt', own.mnt).place
  return oneOf(
    random,
    mounts.filter((mount) => mount.in === table).map(({ at }) => at),
    1,
  )
}

const actionFor = (random: Random, state: State, actor: Process): Action => {
  const by = actor.id
  const wanted = pickWeighted(random, { ...weights, exit: actor.parent === 0 ? 0 : weights.exit })
  switch (wanted) {
    case 'fork':
    case 'wait':
    case 'drop':
      return { do: wanted, by }
    case 'clone':
      return { do: 'clone', by, kinds: kindsToClone(random) }
    case 'unshare':
      return { do: 'unshare', by, kinds: someKinds(random, 2) }
    case 'setns':
      return { do: 'setns', by, pid: targetFor(random, state, actor), kinds: someKinds(random, 2) }
    case 'exit':
      return { do: 'exit', by, status: 0 }
    case 'kill':
      return { do: 'kill', by, pid: targetFor(random, state, actor), signal: 'KILL' }
    case 'map': {
      const file = pick(random, ['uid', 'gid'] as const)
      return { do: 'map', by, of: by, file, extents: [[0, 0, 1]] }
    }
    case 'open':
    case 'bind':
      return { do: wanted, by, pid: targetFor(random, state, actor), kind: pick(random, likely) }
    case 'close': {
      const own = state.files.filter((file) => file.by === by).map(({ fd }) => fd)
      return { do: 'close', by, fd: oneOf(random, own, 3) }
    }
    case 'umount':
    case 'enter':
      return { do: wanted, by, at: mountFor(random, state, actor) }
  }
}

export const randomProgram = (
  random: Random,
  length: number,
  input: Partial<Input> = {},
  opening: readonly Action[] = [],
): readonly Action[] => {
  const program: Action[] = [...opening]
  let state = opening.reduce((so, action) => settle(step(so, action).state), init(input))
  while (program.length < length) {
    const actor = actorFor(random, state)
    if (!actor) break
    const action = actionFor(random, state, actor)
    program.push(action)
    state = settle(step(state, action).state)
  }
  return program
}

export const randomCase = (seed: number): Case => {
  const random = randomFrom(seed)
  return { input: sandbox, actions: randomProgram(random, 10, sandbox, someOpening(random)) }
}
