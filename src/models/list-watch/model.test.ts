/** What the API server answers, rule by rule; verify/conformance/list-watch puts the same to a real one. */
import { describe, expect, test } from 'vitest'
import {
  eventOf,
  init,
  pending,
  play,
  randomCase,
  readMove,
  rules,
  step,
  uncheckable,
  writeMove,
  type Action,
  type State,
  type Step,
} from './index.ts'

const run = (...actions: readonly Action[]): Step => {
  const last = play({ actions }).at(-1)
  if (!last) throw new Error('no action')
  return last
}
const web: Action = { do: 'create', name: 'web', matches: true }
const database: Action = { do: 'create', name: 'db', matches: false }
const listed: readonly Action[] = [web, { do: 'list' }, { do: 'watch' }]
const hears = (state: State) => pending(state).map((change) => eventOf(change).type)
const firstRule = ({ trace }: Step) => trace[0]?.rule

describe('writes', () => {
  test('list-watch/written: one counter for all objects, of whatever kind', () => {
    const { state } = run(web, { do: 'elsewhere' }, database)
    expect(state.objects.map(({ name, version }) => [name, version])).toEqual([
      ['db', 3],
      ['web', 1],
    ])
  })
  test('list-watch/unchanged: the same again is no new version, and no event', () => {
    const after = run(...listed, { do: 'rewrite', name: 'web' })
    expect(after.outcome).toEqual({ is: 'written', version: 1 })
    expect(after.state.version).toBe(1)
    expect(hears(after.state)).toEqual([])
  })
  test('list-watch/conflict: who has read an older version is refused, until he has heard of the newer', () => {
    const stale = run(...listed, { do: 'update', name: 'web', based: 'server' }, {
      ...{ do: 'update', name: 'web', based: 'cache' },
    } as Action)
    expect(stale.outcome).toEqual({ is: 'refused', reason: 'Conflict', code: 409 })
    const heard = step(step(stale.state, { do: 'receive' }).state, {
      do: 'update',
      name: 'web',
      based: 'cache',
    })
    expect(heard.outcome).toEqual({ is: 'written', version: 3 })
  })
  test('list-watch/exists, list-watch/not-found', () => {
    expect(run(web, web).outcome).toEqual({ is: 'refused', reason: 'AlreadyExists', code: 409 })
    for (const name of ['update', 'relabel', 'rewrite', 'delete'] as const)
      expect(run({ do: name, name: 'web', based: 'server' } as Action).outcome).toEqual({
        ...{ is: 'refused', reason: 'NotFound', code: 404 },
      })
  })
})

describe('the client', () => {
  test('list-watch/listed: what matches, and the version of the whole', () => {
    const { outcome } = run(web, database, { do: 'list' })
    expect(outcome).toEqual({ is: 'listed', names: ['web'], version: 2 })
  })
  test('list-watch/heard: after the list, every change once, in order', () => {
    const { state } = run(
      ...listed,
      { do: 'update', name: 'web', based: 'server' },
      { do: 'delete', name: 'web' },
    )
    expect(hears(state)).toEqual(['MODIFIED', 'DELETED'])
  })
  test('list-watch/entered, list-watch/left: the selector turns changes of a label into others', () => {
    const away = run(...listed, { do: 'relabel', name: 'web' })
    expect(hears(away.state)).toEqual(['DELETED'])
    const back = step(step(away.state, { do: 'receive' }).state, { do: 'relabel', name: 'web' })
    expect(hears(back.state)).toEqual(['ADDED'])
    expect(firstRule(step(back.state, { do: 'receive' }))).toBe('list-watch/entered')
  })
  test('list-watch/unheard: of what it did not ask for it hears nothing', () => {
    expect(hears(run(...listed, database, { do: 'delete', name: 'db' }).state)).toEqual([])
  })
  test('list-watch/cut, list-watch/caught-up: what was on its way comes again', () => {
    const { state, trace } = run(
      ...listed,
      { do: 'update', name: 'web', based: 'server' },
      { do: 'cut' },
      { do: 'delete', name: 'web' },
      { do: 'watch' },
    )
    expect(trace.at(-1)).toMatchObject({ rule: 'list-watch/caught-up', facts: { missed: 2 } })
    expect(hears(state)).toEqual(['MODIFIED', 'DELETED'])
  })
  test('list-watch/expired: what is forgotten cannot be watched from; a new list helps, and tells of no deletion', () => {
    const expired = run(
      ...listed,
      { do: 'cut' },
      { do: 'delete', name: 'web' },
      { do: 'compact' },
      { do: 'watch' },
    )
    expect(expired.outcome).toEqual({ is: 'refused', reason: 'Expired', code: 410 })
    expect(expired.state.client.cache).toHaveLength(1)
    const again = step(expired.state, { do: 'list' })
    expect(again.state.client.cache).toEqual([])
    expect(again.trace[0]?.facts).toMatchObject({ dropped: ['web'] })
    expect(step(again.state, { do: 'watch' }).outcome.is).toBe('done')
  })
  test('list-watch/forgotten: a watch that stands goes on', () => {
    const { state } = run(...listed, { do: 'delete', name: 'web' }, { do: 'compact' })
    expect(step(state, { do: 'receive' }).outcome).toMatchObject({ is: 'event' })
  })
  test('list-watch/bookmarked: a client of whom nothing is asked stays young enough all the same', () => {
    const quiet = run(...listed, { do: 'elsewhere' }, { do: 'elsewhere' }).state
    const end = (state: State) =>
      (['cut', 'compact', 'watch'] as const).reduce<Step>((so, move) => step(so.state, { do: move }), {
        ...{ state, trace: [], outcome: { is: 'done' } },
      }).outcome.is
    expect(end(quiet)).toBe('refused')
    expect(end(step(quiet, { do: 'bookmark' }).state)).toBe('done')
  })
  test('list-watch/idle: nothing happens where nothing can', () => {
    for (const name of ['watch', 'receive', 'bookmark', 'cut', 'compact'] as const)
      expect(step(init(), { do: name })).toMatchObject({ state: init(), outcome: { is: 'idle' } })
  })
})

describe('random programs', () => {
  const cases = Array.from({ length: 400 }, (_, seed) => randomCase(seed))

  test('who has heard everything believes what is so', () => {
    for (const one of cases)
      for (const { state } of play(one)) {
        const { client } = state
        if (client.phase !== 'watching' || pending(state).length > 0) continue
        expect(client.cache).toEqual(
          state.objects
            .filter(({ matches }) => matches)
            .map(({ name, version, data }) => ({ name, version, data })),
        )
      }
  })
  test('every rule fires that a server can be made to show', () => {
    const fired = new Set(
      cases.flatMap((one) => play(one).flatMap(({ trace }) => trace.map(({ rule }) => rule))),
    )
    const never = Object.keys(rules).filter((rule) => !fired.has(rule as never))
    expect(never.sort()).toEqual(['list-watch/idle', ...uncheckable].sort())
  })
  test('moves can be written and read', () => {
    for (const { actions } of cases)
      for (const action of actions) expect(readMove(writeMove(action))).toEqual(action)
    for (const rubbish of ['', 'c', 'c-web', 'c-web-z', 'u-web-y', 'Q', 'd-WEB', 'L-web', 'R-a-y'])
      expect(readMove(rubbish), rubbish).toBeUndefined()
  })
})
