import { describe, expect, test } from 'vitest'
import {
  findGroup,
  foreignTo,
  init,
  invariants,
  observe,
  parseList,
  printList,
  randomCase,
  readMove,
  rules,
  step,
  writeMove,
  type State,
  type Version,
} from './index.ts'

const versions = ['v2', 'v1'] as const
const seeds = Array.from({ length: 800 }, (_, seed) => seed * 7919)

describe.each(versions)('random programs on %s', (version: Version) => {
  test('the invariants hold after every move', () => {
    for (const seed of seeds.slice(0, 300)) {
      const { input, actions } = randomCase(seed, version)
      let state = init(input)
      for (const action of actions) {
        state = step(state, action).state
        expect(invariants(state)).toEqual([])
      }
    }
  })

  test('what is refused changes nothing, and what is done says why', () => {
    for (const seed of seeds.slice(0, 300)) {
      const { input, actions } = randomCase(seed, version)
      let state = init(input)
      for (const action of actions) {
        const made = step(state, action)
        if (made.outcome.is === 'error' || made.outcome.is === 'text') expect(made.state).toBe(state)
        if (made.outcome.is !== 'no-actor') expect(made.trace.length).toBeGreaterThan(0)
        state = made.state
      }
    }
  })

  test('together they fire every rule of this generation, and none of the other', () => {
    const fired = new Set<string>()
    for (const seed of seeds) {
      const { input, actions } = randomCase(seed, version)
      let state = init(input)
      for (const action of actions) {
        const made = step(state, action)
        for (const { rule } of made.trace) fired.add(rule)
        state = made.state
      }
    }
    const foreign: readonly string[] = foreignTo(version)
    expect([...fired].sort()).toEqual(
      Object.keys(rules)
        .filter((rule) => !foreign.includes(rule))
        .sort(),
    )
  })

  test('a seed gives one program, and each of its moves survives a link', () => {
    for (const seed of seeds.slice(0, 100)) {
      const given = randomCase(seed, version)
      expect(randomCase(seed, version)).toEqual(given)
      for (const action of given.actions) {
        const move = { ...action, on: version }
        expect(readMove(writeMove(move))).toEqual(move)
      }
    }
  })
})

test.each(['', '2', '2q', '3mr~/a', '2wr~/a~cpu.max', '2f1', '2mr~%', `2mr~/${'a'.repeat(200)}`])(
  '"%s" is no move',
  (text) => {
    expect(readMove(text)).toBeUndefined()
  },
)

test('a list of CPUs is read and printed as the kernel does', () => {
  const round = (text: string, count = 8) => {
    const parsed = parseList(text, count)
    return 'errno' in parsed ? parsed.errno : printList(parsed.list)
  }
  expect(round('0,2-4,7')).toBe('0,2-4,7')
  expect(round('4,3 2\n')).toBe('2-4')
  expect(round('all')).toBe('0-7')
  expect(round('5-N')).toBe('5-7')
  expect(round('')).toBe('')
  expect(round('3-1')).toBe('EINVAL')
  expect(round('8')).toBe('ERANGE')
})

test('the files of a controller appear below whoever enables it, and nowhere else', () => {
  const enable = (state: State, at: string) =>
    step(state, { do: 'write', by: 'root', at, file: 'cgroup.subtree_control', text: '+memory' }).state
  const make = (state: State, at: string) => step(state, { do: 'mkdir', by: 'root', at }).state
  const state = enable(make(make(make(init(), '/a'), '/a/b'), '/c'), '/')
  const having = observe(state).flatMap(({ place, files }) => ('memory.max' in files ? [place] : []))
  expect(having).toEqual(['/', '/a', '/c'])
  expect(findGroup(enable(state, '/a'), '/a')?.subtreeControl).toEqual(['memory'])
})
