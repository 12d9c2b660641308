import { describe, expect, test } from 'vitest'
import {
  beginScenario,
  candidates,
  init,
  invariants,
  observe,
  randomCase,
  readMove,
  residentOf,
  rules,
  scenarios,
  step,
  usageOf,
  writeMove,
  type Action,
  type Ground,
  type Input,
  type State,
  type Step,
} from '#models/out-of-memory'

const v2: Input = {
  version: 'v2',
  mayLower: true,
  own: 0,
  groups: [
    { name: 'top', max: 10_000 },
    { name: 'a', parent: 'top' },
    { name: 'b', parent: 'top', max: 4000 },
  ],
  processes: [
    { name: 'p', group: 'a' },
    { name: 'q', group: 'a' },
    { name: 'r', group: 'b' },
  ],
}
const v1: Input = { ...v2, version: 'v1', mayLower: false }

const play = (input: Input, ...actions: readonly Action[]): Step => {
  let last: Step = { state: init(input), outcome: { is: 'done' }, trace: [] }
  for (const action of actions) last = step(last.state, action)
  return last
}
const allocate = (by: string, pages: number): Action => ({ do: 'allocate', by, pages })
const rulesOf = ({ trace }: Step): readonly string[] =>
  trace.map(({ rule }) => rule.replace('out-of-memory/', ''))
const living = ({ processes }: State): string =>
  processes
    .filter(({ life }) => life === 'running')
    .map(({ name }) => name)
    .join('')
const row = (state: State, group: string) => observe(state).find((each) => each.group === group)

describe('charge', () => {
  test('goes to the group and all above', () => {
    const { state } = play(v2, allocate('r', 500), allocate('p', 200))
    expect(['top', 'a', 'b'].map((name) => usageOf(state, name))).toEqual([700, 200, 500])
  })

  test('exactly the limit fits, one page more does not', () => {
    expect(rulesOf(play(v2, allocate('r', 4000)))).toEqual(['charged'])
    expect(rulesOf(play(v2, allocate('r', 4001)))).toContain('limit-met')
  })

  test('where two groups have as little room, the inner one says so', () => {
    const input: Input = { ...v2, groups: v2.groups.map((group) => ({ ...group, max: 4000 })) }
    const { trace } = play(input, allocate('r', 4500))
    expect(trace[0]?.facts).toMatchObject({ group: 'b' })
  })

  test('over memory.high nobody dies, and all above the group count it', () => {
    const input: Input = {
      ...v2,
      groups: [...v2.groups.slice(0, 2), { name: 'b', parent: 'top', high: 1000 }],
    }
    const after = play(input, allocate('r', 1001))
    expect(rulesOf(after)).toEqual(['charged', 'over-high'])
    expect([row(after.state, 'b')?.high, row(after.state, 'top')?.high, row(after.state, 'a')?.high]).toEqual(
      [true, true, false],
    )
    expect(rulesOf(play(input, allocate('r', 1000)))).toEqual(['charged'])
  })
})

describe('who is killed', () => {
  test('the largest below the full group, not who asked', () => {
    const after = play(v2, allocate('p', 6000), allocate('q', 5000))
    expect([living(after.state), after.outcome.is]).toEqual(['qr', 'done'])
    expect(residentOf(after.state.processes[1]!)).toBe(5000)
  })

  test('nobody outside the full group, whatever they hold', () => {
    const after = play(v2, allocate('p', 5000), allocate('r', 4100))
    expect([living(after.state), after.outcome.is]).toEqual(['pq', 'killed'])
    expect(rulesOf(after)).toContain('outsider-spared')
  })

  test('a point of oom_score_adj is a thousandth of the limit, divided first', () => {
    const tall = play(v2, { do: 'adjust', by: 'q', adj: 300 }, allocate('p', 6000), allocate('q', 3500))
    expect(living(tall.state)).toBe('pqr')
    const { state } = play(
      { ...v2, groups: [{ name: 'top', max: 10_999 }, ...v2.groups.slice(1)] },
      { do: 'adjust', by: 'q', adj: 300 },
    )
    expect(candidates(state, 'top', 10_999)[0]).toMatchObject({ score: 3000 })
  })

  test('-1000 is never chosen; with nobody else, who asks is stuck', () => {
    const exempt: Action = { do: 'adjust', by: 'p', adj: -1000 }
    expect(living(play(v2, exempt, allocate('p', 9000), allocate('q', 2000)).state)).toBe('pr')
    const alone: Input = { ...v2, processes: [{ name: 'p', group: 'a', adj: -1000 }] }
    const after = play(alone, allocate('p', 11_000))
    expect([after.outcome.is, residentOf(after.state.processes[0]!)]).toEqual(['stuck', 10_000])
    expect(step(after.state, allocate('p', 1)).outcome.is).toBe('no-actor')
  })

  test('one after the other, as long as it does not fit', () => {
    const after = play(v2, allocate('p', 4000), allocate('q', 3000), allocate('r', 3000), allocate('q', 6500))
    expect(living(after.state)).toBe('r')
    expect(row(after.state, 'top')?.kills).toBe(2)
  })
})

describe('memory.oom.group', () => {
  const together: Action = { do: 'together', group: 'a', on: true }
  test('takes the whole group of the victim, but for who is exempt', () => {
    expect(living(play(v2, together, allocate('p', 7000), allocate('r', 3500)).state)).toBe('r')
    const exempt: Action = { do: 'adjust', by: 'q', adj: -1000 }
    const after = play(v2, together, exempt, allocate('p', 7000), allocate('r', 3500))
    expect([living(after.state), row(after.state, 'a')?.groupKills]).toEqual(['qr', 1])
  })

  test('counts only up to the group whose limit it is', () => {
    const outer: Action = { do: 'together', group: 'top', on: true }
    expect(living(play(v2, outer, allocate('p', 10), allocate('r', 4100)).state)).toBe('pq')
    expect(living(play(v2, outer, allocate('p', 9000), allocate('q', 2000)).state)).toBe('')
  })

  test('v1 has no such file', () => {
    expect(play(v1, together).outcome).toEqual({ is: 'error', errno: 'ENOENT' })
  })
})

describe('what is counted where', () => {
  const fill = [allocate('r', 3000), allocate('r', 1500)] as const
  test('v2: in the victim’s group and all above', () => {
    const { state } = play(v2, ...fill)
    expect(['top', 'a', 'b'].map((name) => [row(state, name)?.kills, row(state, name)?.max])).toEqual([
      [1, true],
      [0, false],
      [1, true],
    ])
  })
  test('v1: the death in the victim’s group, the limit where it is', () => {
    const { state } = play(v1, allocate('p', 7000), allocate('r', 3500))
    expect(observe(state)).toEqual([
      { group: 'top', max: true, kills: 0 },
      { group: 'a', max: false, kills: 1 },
      { group: 'b', max: false, kills: 0 },
    ])
  })
})

describe('files', () => {
  test('file pages go first, as many as are wanted', () => {
    const after = play(v1, { do: 'read', by: 'p', pages: 3000 }, allocate('q', 8000))
    expect([rulesOf(after), usageOf(after.state, 'top')]).toEqual([
      ['limit-met', 'reclaimed', 'charged'],
      10_000,
    ])
    expect(living(after.state)).toBe('pqr')
  })
  test('what would not fit even so is left out', () => {
    expect(play(v1, { do: 'read', by: 'r', pages: 5000 }).outcome.is).toBe('left-out')
  })
})

describe('settings', () => {
  const lower: Action = { do: 'limit', group: 'a', max: 2000 }
  test('a limit below what is held kills on v2', () => {
    const after = play(v2, allocate('p', 3000), allocate('q', 1000), lower)
    expect([living(after.state), after.outcome.is]).toEqual(['qr', 'done'])
  })
  test('and is refused on v1, unless file pages make room', () => {
    const after = play(v1, allocate('p', 3000), lower)
    expect([after.outcome, living(after.state)]).toEqual([{ is: 'error', errno: 'EBUSY' }, 'pqr'])
    const read = play(v1, { do: 'read', by: 'p', pages: 1500 }, allocate('p', 1000), lower)
    expect([read.outcome.is, usageOf(read.state, 'a')]).toEqual(['done', 2000])
  })
  test('whoever moves leaves the pages behind', () => {
    const move: Action = { do: 'move', by: 'p', to: 'b' }
    const { state } = play(v2, allocate('p', 3000), move, allocate('p', 10))
    expect([usageOf(state, 'a'), usageOf(state, 'b')]).toEqual([3000, 10])
  })
  test('only CAP_SYS_RESOURCE lowers an adjustment below its birth', () => {
    const to = (adj: number): Action => ({ do: 'adjust', by: 'p', adj })
    expect(play(v1, to(500), to(0)).outcome.is).toBe('done')
    expect(play(v1, to(-1)).outcome).toEqual({ is: 'error', errno: 'EACCES' })
    expect(play(v2, to(-1)).outcome.is).toBe('done')
  })
})

describe('random set-ups', () => {
  const grounds: readonly Ground[] = [
    { version: 'v2', mayLower: true, reads: false },
    { version: 'v1', mayLower: false, reads: true },
  ]
  test.each(grounds)(
    'keep what always holds, on $version',
    (ground) => {
      for (let seed = 0; seed < 300; seed++) {
        const { input, actions } = randomCase(seed, ground)
        let state = init(input)
        for (const action of actions) {
          state = step(state, action).state
          expect(invariants(state), JSON.stringify({ seed, action })).toEqual([])
        }
      }
    },
    60_000,
  )

  test('the same seed gives the same set-up', () => {
    for (const ground of grounds) expect(randomCase(7, ground)).toEqual(randomCase(7, ground))
  })
})

describe('stories', () => {
  const questions = scenarios.flatMap(({ id, steps }) =>
    steps.flatMap(({ ask }, at) => (ask ? [{ id, at, ask }] : [])),
  )
  test.each(questions)('$id, step $at: just one answer is right', ({ id, at, ask }) => {
    const scenario = scenarios.find((each) => each.id === id)
    let last: Step = { state: beginScenario(id), outcome: { is: 'done' }, trace: [] }
    for (const { ask: _, ...action } of scenario?.steps.slice(0, at + 1) ?? [])
      last = step(last.state, action)
    const right = Object.values(ask.choices).filter((holds) => holds(last.state, last.outcome))
    expect(right).toHaveLength(1)
  })

  test('together they tell of every rule but those about files, waiting and privilege', () => {
    const fired = new Set(
      scenarios.flatMap(({ id, steps }) => {
        let state = beginScenario(id)
        return steps.flatMap(({ ask: _, ...action }) => {
          const made = step(state, action)
          state = made.state
          return made.trace.map(({ rule }) => rule as string)
        })
      }),
    )
    const missing = Object.keys(rules).filter((rule) => !fired.has(rule))
    expect(missing.map((rule) => rule.replace('out-of-memory/', ''))).toEqual([
      'over-high',
      'reclaimed',
      'all-but-exempt',
      'file-read',
      'adjust-refused',
    ])
  })
})

describe('moves in links', () => {
  const moves: readonly Action[] = [
    allocate('app', 2048),
    { do: 'read', by: 'tail', pages: 1 },
    { do: 'move', by: 'app', to: 'log' },
    { do: 'adjust', by: 'db', adj: -1000 },
    { do: 'adjust', by: 'db', adj: 500 },
    { do: 'limit', group: 'pod', max: 16_384 },
    { do: 'together', group: 'web', on: true },
    { do: 'together', group: 'web', on: false },
  ]
  test.each(moves)('$do is read as it was written', (move) => expect(readMove(writeMove(move))).toEqual(move))
  test.each(['', 'x-app-1', 'a-app', 'a-app--1', 'j-app-1001', 't-web-2', 'm-app-1', 'a-App-1'])(
    '%s is none',
    (text) => expect(readMove(text)).toBeUndefined(),
  )
})
