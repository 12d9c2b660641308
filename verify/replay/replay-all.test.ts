import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { echo, fakeClock, fakeTarget, loadedOf, printed } from './fake-target.fixture.ts'
import { exitCode, plan, replayAll, type Finished, type Loaded } from './index.ts'

const options = (more = {}) => ({
  jobs: 1,
  keep: false,
  bail: false,
  clock: fakeClock(),
  signal: new AbortController().signal,
  ...more,
})

const good = (id: string, header?: string) => loadedOf('$ echo a\na\n', header, id)
const bad = (id: string) => loadedOf('$ echo a\nb\n', undefined, id)

async function replay(book: readonly Loaded[], more = {}) {
  const { target, account } = fakeTarget(echo)
  const finished = await replayAll(await plan(book, [target], 'auto'), options(more))
  return { finished, account, ids: finished.replays.map(({ id }) => id) }
}

describe('planning', () => {
  const both = [loadedOf('$ echo a\na\n', 'targets: host, vm')]
  const missing = { ok: false, missing: 'QEMU', todo: 'Install it.' } as const

  test('every named target that can be had; the others are skips, with the reason', async () => {
    const vm = fakeTarget(echo, { name: 'vm', available: missing }).target
    const { tasks, skips } = await plan(both, [fakeTarget(echo).target, vm], 'auto')
    expect(tasks.map(({ target }) => target.name)).toEqual(['host'])
    expect(skips).toEqual([
      { id: 'demo/a', target: 'vm', commands: 1, why: 'QEMU is missing. Install it.', missing: true },
    ])
  })

  test('a need that is not met is a skip, but nothing is missing', async () => {
    const { skips } = await plan(both, [fakeTarget(echo, { lacks: 'needs tty' }).target], ['host'])
    expect(skips).toMatchObject([{ target: 'host', why: 'needs tty', missing: false }])
  })

  test('a target asked for by name leaves the others out', async () => {
    const { tasks, skips } = await plan(both, [fakeTarget(echo, { name: 'vm' }).target], ['vm'])
    expect([tasks.length, skips.length]).toEqual([1, 0])
    expect(await plan([good('a')], [], ['vm'])).toEqual({ tasks: [], skips: [] })
  })
})

describe('a run', () => {
  test('gives results in the plan’s order and closes each target once', async () => {
    const { ids, account } = await replay([good('c'), good('a'), good('b')], { jobs: 3 })
    expect(ids).toEqual(['c', 'a', 'b'])
    expect(account).toMatchObject({ closed: 3, ended: 1 })
  })

  test('--bail starts no more after the first failure', async () => {
    const { ids, finished } = await replay([good('a'), bad('b'), good('c')], { bail: true })
    expect(ids).toEqual(['a', 'b'])
    expect(finished.skips).toMatchObject([{ id: 'c', why: expect.stringContaining('--bail') }])
    expect((await replay([bad('a'), good('b')])).ids).toEqual(['a', 'b'])
  })

  test('as many at a time as there are jobs; an exclusive one alone, and last', async () => {
    let now = 0
    const most: Record<string, number> = {}
    const { target } = fakeTarget(async (command) => {
      now += 1
      most[command] = now
      await sleep(20)
      now -= 1
      return printed('')
    })
    const book = ['1', '2', '3', '4'].map((name) => loadedOf(`$ ${name}\n`, undefined, name))
    const alone = loadedOf('$ alone\n', 'targets: host\nneeds: exclusive')
    await replayAll(await plan([alone, ...book], [target], 'auto'), options({ jobs: 2 }))
    expect(most).toMatchObject({ '1': 1, '2': 2, alone: 1 })
    expect(Math.max(...Object.values(most))).toBe(2)
    expect(Object.keys(most).at(-1)).toBe('alone')
  })

  test('one that was stopped starts nothing more, and closes its targets', async () => {
    const controller = new AbortController()
    controller.abort()
    const { ids, account, finished } = await replay([good('a')], { signal: controller.signal })
    expect(ids).toEqual([])
    expect(finished.skips).toHaveLength(1)
    expect(account.ended).toBe(1)
  })
})

test('a target that can’t be closed is a fault, beside the results', async () => {
  const { target } = fakeTarget(echo)
  target.close = () => Promise.reject(new Error('the vm hangs'))
  const finished = await replayAll(await plan([good('a')], [target], 'auto'), options())
  expect(finished).toMatchObject({ replays: [{ id: 'a' }], faults: ['host: the vm hangs'] })
  expect(exitCode(finished, new Set())).toBe(1)
})

describe('the exit code', () => {
  const codeOf = (finished: Finished, ...insisted: ('host' | 'vm')[]) => exitCode(finished, new Set(insisted))
  const skip = { id: 'a', target: 'vm', commands: 1, why: '', missing: true } as const

  test('0 where all passed; 1 where one differs; 3 where nothing was run', async () => {
    expect(codeOf((await replay([good('a')])).finished)).toBe(0)
    expect(codeOf((await replay([good('a'), bad('b')])).finished)).toBe(1)
    expect(codeOf({ replays: [], skips: [], faults: [] })).toBe(3)
  })

  test('3 where a target that was insisted on is missing, unless something differs', async () => {
    const passed = (await replay([good('a')])).finished
    expect(codeOf({ ...passed, skips: [skip] })).toBe(0)
    expect(codeOf({ ...passed, skips: [skip] }, 'vm')).toBe(3)
    expect(codeOf({ ...passed, skips: [{ ...skip, missing: false }] }, 'vm')).toBe(0)
    const failed = (await replay([bad('a')])).finished
    expect(codeOf({ ...failed, skips: [skip] }, 'vm')).toBe(1)
  })

  test('2 where a command lacks its end', async () => {
    const { target } = fakeTarget(() => ({ ...printed('unexpected EOF'), ended: 'incomplete' }))
    expect(codeOf(await replayAll(await plan([good('a')], [target], 'auto'), options()))).toBe(2)
  })
})
