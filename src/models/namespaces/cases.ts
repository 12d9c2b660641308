/** Random programs, seeded: what property tests and conformance put to the model. */
import { pick, pickWeighted, randomInt, type Random } from '#kit'
import { findNamespace, lineage, membersOf, pidIn } from './find.ts'
import { enabled, init, step } from './step.ts'
import type { Action, Input, Process, Signal, State } from './types.ts'

const signals: readonly Signal[] = ['HUP', 'INT', 'TERM', 'KILL', 'KILL', 'KILL']

const weights = { fork: 8, clone: 3, unshare: 2, wait: 4, exit: 2, kill: 5, handle: 1 } as const

/** Numbers a sender may well try: those it sees, 1 more often than others, and one that may not exist. */
const targetFor = (random: Random, state: State, sender: Process): number => {
  const seen = membersOf(state, sender.namespace).map(
    (process) => pidIn(state, process, sender.namespace) ?? 1,
  )
  const unseen = findNamespace(state, sender.namespace).last + 1
  return pick(random, [...seen, 1, unseen])
}

/** The outermost process 1 stays: its end is the end of the machine that would run the case. */
const actorFor = (random: Random, state: State): Process | undefined => {
  const able = state.processes.filter(({ life, parent }) => life.is === 'running' && parent !== 0)
  return able.length > 0 ? pick(random, able) : state.processes.find(({ parent }) => parent === 0)
}

const actionFor = (random: Random, state: State, actor: Process): Action => {
  const by = actor.id
  const deep = lineage(state, actor.namespace).length > 4
  const wanted = pickWeighted(random, {
    ...weights,
    clone: deep ? 0 : weights.clone,
    exit: actor.parent === 0 ? 0 : 2,
  })
  switch (wanted) {
    case 'fork':
    case 'clone':
      return random() < 0.5
        ? { do: wanted, by }
        : { do: wanted, by, comm: pick(random, ['sh', 'sleep', 'cat']) }
    case 'unshare':
    case 'wait':
      return { do: wanted, by }
    case 'exit':
      return { do: 'exit', by, status: randomInt(random, 256) }
    case 'handle':
      return { do: 'handle', by, signal: pick(random, signals) }
    case 'kill':
      return { do: 'kill', by, pid: targetFor(random, state, actor), signal: pick(random, signals) }
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
): readonly Action[] => {
  const program: Action[] = []
  let state = init(input)
  while (program.length < length) {
    const actor = actorFor(random, state)
    if (!actor) break
    const action = actionFor(random, state, actor)
    program.push(action)
    state = settle(step(state, action).state)
  }
  return program
}
