import { canonicalKey, explore, randomFrom } from '#kit'
import { describe, expect, test } from 'vitest'
import {
  type Action,
  type Input,
  type State,
  defaultInput,
  enabled,
  findProcess,
  foreignTo,
  idsOf,
  init,
  invariants,
  observe,
  randomCase,
  randomProgram,
  readMove,
  renumber,
  rules,
  scenarios,
  settle,
  step,
  uncheckable,
  writeMove,
} from './index.ts'

const seeds = Array.from({ length: 400 }, (_, seed) => seed)
const themes = ['processes', 'owners', 'all'] as const
const programs = seeds.map((seed) => randomProgram(randomFrom(seed), 25, {}, themes[seed % 3]))

const rulesOf = (start: State, actions: readonly Action[]): readonly string[] => {
  let state = start
  return actions.flatMap((action) => {
    const made = step(state, action)
    state = settle(made.state)
    return made.trace.map(({ rule }) => rule)
  })
}

describe('random programs', () => {
  test('the invariants hold after every move, also in the midst of dying', () => {
    for (const program of programs) {
      let state = init()
      for (const action of program) {
        state = step(state, action).state
        expect(invariants(state)).toEqual([])
        for (let [next] = enabled(state); next; [next] = enabled(state)) {
          state = step(state, next).state
          expect(invariants(state)).toEqual([])
        }
      }
    }
  })

  test('whatever order the kernel lets the doomed die in, the end is the same', () => {
    const sorted = (state: ReturnType<typeof init>) => canonicalKey(observe(state))
    let branching = 0
    for (const program of programs.slice(0, 300)) {
      let state = init()
      for (const action of program) {
        const after = step(state, action).state
        const found = explore(after, { enabled, step }, { states: 3000, depth: 40 })
        if (found.admissible.size > 2) branching++
        if (found.complete) expect(new Set([...found.settled.values()].map(sorted)).size).toBe(1)
        state = settle(after)
      }
    }
    expect(branching, 'actions after which the order was free').toBeGreaterThan(25)
  })

  test('together they fire every rule that does not end the machine', () => {
    const fired = new Set<string>()
    for (const seed of Array.from({ length: 2500 }, (_, seed) => seed)) {
      const { input, actions } = randomCase(seed, seed % 2 === 0 ? '6.1' : '6.2')
      let state = init(input)
      for (const action of actions) {
        const made = step(state, action)
        for (const { rule } of made.trace) fired.add(rule)
        state = made.state
        for (let [next] = enabled(state); next; [next] = enabled(state)) {
          const moved = step(state, next)
          for (const { rule } of moved.trace) fired.add(rule)
          state = moved.state
        }
      }
    }
    expect(Object.keys(rules).filter((rule) => !fired.has(rule))).toEqual(uncheckable)
  })

  test.each(['6.1', '6.2'] as const)('those of another Linux never speak on %s', (kernel) => {
    const said = seeds.flatMap((seed) => {
      const { input, actions } = randomCase(seed, kernel)
      return rulesOf(init(input), actions)
    })
    for (const rule of foreignTo(kernel)) expect(said).not.toContain(rule)
    for (const rule of foreignTo(kernel === '6.1' ? '6.2' : '6.1')) expect(said).toContain(rule)
  })

  test('one seed, one program', () => {
    expect(randomProgram(randomFrom(11), 30)).toEqual(randomProgram(randomFrom(11), 30))
    expect(randomProgram(randomFrom(11), 30)).not.toEqual(randomProgram(randomFrom(12), 30))
  })

  test('a step changes nothing in the state it was given', () => {
    for (const program of programs.slice(0, 50)) {
      let state = init()
      for (const action of program) {
        const before = canonicalKey(state)
        const after = settle(step(state, action).state)
        expect(canonicalKey(state)).toBe(before)
        state = after
      }
    }
  })
})

describe('what is no case', () => {
  test('a process that is not there, or no longer runs, asks nothing of the kernel', () => {
    expect(step(init(), { do: 'fork', by: 99 })).toEqual({
      state: init(),
      outcome: { is: 'no-actor' },
      trace: [],
    })
    const killed = step(init(), { do: 'exit', by: 4021, status: 0 }).state
    expect(step(killed, { do: 'fork', by: 4021 }).outcome).toEqual({ is: 'no-actor' })
    expect(step(init(), { do: 'die', by: 4021 }).outcome).toEqual({ is: 'no-actor' })
    expect(step(init(), { do: 'finish', by: 1 }).outcome).toEqual({ is: 'no-actor' })
  })

  test('process groups are left out, and the outcome says so', () => {
    expect(step(init(), { do: 'kill', by: 4021, pid: -1, signal: 'TERM' }).outcome).toEqual({
      is: 'left-out',
    })
  })
})

describe('observe', () => {
  test('each namespace sees its own and what is nested in it, the parent outside as 0', () => {
    let state = init()
    state = step(state, { do: 'clone', by: 4021, comm: 'sh' }).state
    state = step(state, { do: 'clone', by: 4022, comm: 'sleep' }).state
    expect(observe(state)).toEqual([
      {
        namespace: 0,
        depth: 0,
        ps: [
          { pid: 1, ppid: 0, comm: 'systemd', state: 'S', nspid: [1] },
          { pid: 4021, ppid: 1, comm: 'bash', state: 'S', nspid: [4021] },
          { pid: 4022, ppid: 4021, comm: 'sh', state: 'S', nspid: [4022, 1] },
          { pid: 4023, ppid: 4022, comm: 'sleep', state: 'S', nspid: [4023, 2, 1] },
        ],
      },
      {
        namespace: 1,
        depth: 1,
        ps: [
          { pid: 1, ppid: 0, comm: 'sh', state: 'S', nspid: [1] },
          { pid: 2, ppid: 1, comm: 'sleep', state: 'S', nspid: [2, 1] },
        ],
      },
      { namespace: 2, depth: 2, ps: [{ pid: 1, ppid: 0, comm: 'sleep', state: 'S', nspid: [1] }] },
    ])
  })
})

describe('scenarios', () => {
  test.each(scenarios.map((scenario) => [scenario.id, scenario] as const))('%s', (_, { steps }) => {
    let state = init()
    for (const { ask, ...action } of steps) {
      const after = step(state, action)
      expect(after.outcome.is, JSON.stringify(action)).not.toMatch(/no-actor|left-out/)
      state = settle(after.state)
      if (!ask) continue
      const right = Object.entries(ask.choices).filter(([, holds]) => holds(state, after.outcome))
      expect(right, `${ask.id}: exactly one answer is right`).toHaveLength(1)
    }
  })

  test('have fewest processes first', () => {
    const sizes = scenarios.map(({ steps }) => steps.length)
    expect(sizes[0]).toBe(Math.min(...sizes))
  })
})

describe('moves as text', () => {
  test('every move of every program comes back as it was', () => {
    for (const seed of seeds)
      for (const action of randomCase(seed).actions) expect(readMove(writeMove(action))).toEqual(action)
  })

  test.each([
    '',
    'f',
    'f1-a-b-c-d',
    'u1-x',
    'n1-2',
    'm1-2-uid-0_0',
    'm1-2-pid-0_0_1',
    'g1-2-maybe',
    'k1-2',
    'b1',
    'z1',
  ])('"%s" is none', (text) => expect(readMove(text)).toBeUndefined())
})

describe('numbers of a user', () => {
  test('nested maps are followed from the outside in', () => {
    let state = init()
    for (const action of [
      { do: 'clone', by: 4021, kinds: ['user'] },
      { do: 'map', by: 4021, of: 4022, file: 'uid', extents: [[1000, 0, 1]] },
      { do: 'map', by: 4021, of: 4022, file: 'gid', extents: [[7, 0, 3]] },
      { do: 'clone', by: 4022, kinds: ['user'] },
      { do: 'map', by: 4022, of: 4023, file: 'uid', extents: [[5, 1000, 1]] },
    ] as const)
      state = step(state, action).state
    expect(idsOf(state, findProcess(state, 4022)!)).toEqual([1000, 7])
    expect(idsOf(state, findProcess(state, 4023)!)).toEqual([5, 65534])
  })
})

describe('whoever exec has given capabilities', () => {
  const restored: readonly Action[] = [
    { do: 'fork', by: 4021 },
    { do: 'drop', by: 4022 },
    { do: 'exec', by: 4022, comm: 'cat' },
    { do: 'exit', by: 4022, status: 0 },
  ]
  const look: Action = { do: 'setns', by: 4021, pid: 4022, kinds: ['user'] }
  const after = (input: Partial<Input>, more: readonly Action[] = []): string | undefined => {
    const state = [...restored, ...more].reduce((so, action) => settle(step(so, action).state), init(input))
    return step(state, look).trace[0]?.rule
  }

  test('is guarded in death by the machine’s own root alone', () => {
    expect(after({ machine: true })).toBe('namespaces/setns-dead')
    expect(after({ machine: true }, [{ do: 'drop', by: 4021 }])).toBe('namespaces/setns-may-not-look')
    expect(after({ machine: false })).toBe('namespaces/setns-may-not-look')
  })
})

describe('a program renumbered', () => {
  const cases = seeds.slice(0, 150).map((seed) => randomCase(seed))

  test('tells the same story from another start', () => {
    for (const { input, actions } of cases) {
      const other = { ...input, pid: 4021 }
      const there = renumber(actions, input, other)
      expect(renumber(there, other, input)).toEqual(actions)
      expect(rulesOf(init(other), there)).toEqual(rulesOf(init(input), actions))
    }
  })

  test('without its first action leaves only what is still possible, and keeps who is who', () => {
    for (const { input, actions } of cases) {
      const rest = renumber(actions, input, input, (at) => at > 0)
      expect(rest.length).toBeLessThan(actions.length)
      let state = init(input)
      for (const action of rest) {
        const made = step(state, action)
        expect(made.outcome.is).not.toMatch(/no-actor|left-out/)
        state = settle(made.state)
      }
    }
  })

  test('a birth taken out moves the numbers of those born after it', () => {
    const actions = [
      { do: 'fork', by: 4021 },
      { do: 'fork', by: 4021 },
      { do: 'fork', by: 4022 },
      { do: 'kill', by: 4021, pid: 4023, signal: 'KILL' },
    ] as const
    expect(renumber(actions, defaultInput, defaultInput, (at) => at > 0)).toEqual([
      { do: 'fork', by: 4021 },
      { do: 'kill', by: 4021, pid: 4022, signal: 'KILL' },
    ])
  })
})
