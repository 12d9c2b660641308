/** A night from end to end, its parts played by a fake runner. */
import { describe, expect, test } from 'vitest'
import { readNight } from '#ledger/night.ts'
import { conform } from '#verify/conformance/conform.ts'
import { subject } from '#verify/conformance/namespaces/subject.ts'
import { tellJson, type Told } from '#verify/conformance/told.ts'
import { readCall } from './arguments.ts'
import { isWhole, planParts, type Model } from './plan-parts.ts'
import type { Runner } from './run-part.ts'
import { showJunit } from './show-junit.ts'
import { showMarkdown } from './show-markdown.ts'
import { spendNight, type Ground } from './spend-night.ts'
import { exitOf, recordNight, sumNight } from './sum-night.ts'
import type { Part } from './types.ts'

const models: Model[] = [
  { name: 'namespaces', targets: ['host', 'vm'], cases: 2000, measured: false },
  { name: 'cpu-time', targets: ['host', 'vm', 'vm-v1'], cases: 80, measured: true },
]
const names = models.map(({ name }) => name)

const callOf = (...argv: string[]) => {
  const call = readCall(argv, names)
  if (!call) throw new Error('help was asked for')
  return call
}

const machine = {
  ...{ kernel: '6.18.1', architecture: 'x86_64', distribution: 'Debian 12', bash: '5.2' },
  ...({ cgroup: 'v1', user: 'root' } as const),
}

const agree = { agrees: 200, differs: 0, declared: 0, 'not-applicable': 0 }
const replayed = (passed: boolean, more: object = {}) => ({
  ...{ id: 'namespaces/pod', target: 'host', file: 'content/namespaces/none.transcript', passed },
  ...{ environment: machine, leftovers: [], commands: [], ...more },
})

/** What each part would write; a part of which nothing is said writes nothing. */
type Said = Record<string, { exit?: number; json?: unknown; printed?: string }>

const quiet: Said = {
  records: { json: { records: [{ id: 'namespaces/pod', target: 'host', state: 'holds' }] } },
  'replay on vm': {
    exit: 3,
    json: { replays: [], skips: [{ id: 'a/b', target: 'vm', why: 'no QEMU' }], faults: [] },
  },
  'replay on host': { json: { replays: [replayed(true)], skips: [], faults: [] } },
  'replay on k3s': { json: { replays: [], skips: [], faults: [] } },
  'namespaces on host': {
    json: {
      runs: [
        { model: 'namespaces', target: 'host', seed: 5, environment: machine, counts: agree, examples: [] },
      ],
    },
  },
  'namespaces on vm': {
    exit: 3,
    json: { runs: [{ model: 'namespaces', target: 'vm', missing: 'no QEMU' }] },
  },
}

const nowhere: Ground = { skips: [], findings: [], leaveOut: () => undefined }
const site = { say: () => {}, signal: new AbortController().signal, env: {}, limit: 1000 }

const play = async (said: Said, ground = nowhere) => {
  const runner: Runner = (part) => {
    const { exit = 0, json, printed = '' } = said[part.name] ?? { exit: 1, printed: 'it fell over' }
    return Promise.resolve({ part, exit, json, printed, seconds: 1 })
  }
  const call = callOf('--models', 'namespaces', '--seed', '5')
  return spendNight(call, planParts(call, models), ground, runner, site)
}

test('a model of which too many samples were thrown away is skipped, and does not read as passed', async () => {
  const said = (agrees: number, thrownAway: number): Said => {
    const counts = { ...agree, agrees, 'not-applicable': thrownAway }
    const run = { model: 'namespaces', target: 'host', seed: 5, environment: machine, counts, examples: [] }
    return { ...quiet, 'namespaces on host': { json: { runs: [run] } } }
  }
  const whyOf = async (agrees: number, thrownAway: number) =>
    sumNight(await play(said(agrees, thrownAway))).skips.find(({ what }) => what === 'namespaces on host')
      ?.why
  expect(await whyOf(7, 3)).toBeUndefined()
  expect(await whyOf(6, 4)).toMatch(/4 of 10 cases could not be judged.*6 agree/)
  expect(await whyOf(0, 20)).toMatch(/20 of 20/)
})

test('a night in which all is as it was: skips are named, nothing drifted', async () => {
  const night = await play(quiet)
  expect(exitOf(night)).toBe(0)
  expect(sumNight(night)).toMatchObject({
    transcripts: { passed: 1, drifted: 0, skipped: 1 },
    cases: { agree: 200 },
    drifts: [],
    skips: [
      { what: 'a/b on vm', why: 'no QEMU' },
      { what: 'namespaces on vm', why: 'no QEMU' },
    ],
  })
})

const differing = {
  passed: false,
  failure: 'content/x:7  step "ready"\n  expected  1\n  got       2',
  commands: [{ step: 'ready', line: 7, command: 'echo', state: 'differs' }],
}
const withReplay = (more: object, state: string): Said => ({
  ...quiet,
  records: { json: { records: [{ id: 'namespaces/pod', target: 'host', state }] } },
  'replay on host': { exit: 1, json: { replays: [replayed(false, more)], skips: [], faults: [] } },
})

describe('what is planted is named, and nothing else', () => {
  test.each([
    ['holds', 'The machine answers otherwise'],
    ['differs', 'the expectation was changed since'],
    ['stale', 'The commands were changed after the record'],
    ['awaiting', 'never been recorded'],
  ])('an output, where the record %s', async (state, advice) => {
    const night = await play(withReplay(differing, state))
    const { drifts } = sumNight(night)
    expect(drifts).toHaveLength(1)
    expect(drifts[0]?.what).toContain('namespaces/pod on host, step "ready"')
    expect(drifts[0]?.todo).toContain(advice)
    expect(exitOf(night)).toBe(1)
  })

  test('an output that is as expected when it is replayed once more stays a drift, and is told apart', async () => {
    const said = withReplay(differing, 'holds')
    const once = await play({ ...said, 'replay on host, once more': { exit: 0 } })
    expect(sumNight(once).drifts.map(({ todo }) => todo)).toEqual([expect.stringMatching(/^It passed when/)])
    expect(exitOf(once)).toBe(1)
    const twice = await play({ ...said, 'replay on host, once more': { exit: 1 } })
    expect(sumNight(twice).drifts[0]?.todo).toMatch(/^The machine answers otherwise/)
  })

  test('a leftover, with its maker', async () => {
    const leftovers = [{ kind: 'link', name: 'veth9', maker: '' }]
    const { drifts } = sumNight(await play(withReplay({ leftovers }, 'holds')))
    expect(drifts).toEqual([
      expect.objectContaining({
        kind: 'leftover',
        what: 'namespaces/pod on host: the link veth9 is left over',
        detail: 'made by namespaces/pod',
      }),
    ])
  })

  test('a model’s rule', async () => {
    const examples = [{ seed: 77, lines: ['case 77 differs', '→ kill 2'] }]
    const run = { model: 'namespaces', target: 'host', seed: 5, environment: machine, examples }
    const counts = { ...agree, agrees: 199, differs: 1 }
    const night = await play({
      ...quiet,
      'namespaces on host': { exit: 1, json: { runs: [{ ...run, counts }] } },
    })
    expect(sumNight(night).drifts).toEqual([
      expect.objectContaining({
        kind: 'model',
        what: 'the model namespaces on host: 1 of 200 cases differ, seed 5',
        detail: 'case 77 differs\n→ kill 2',
      }),
    ])
    expect(showMarkdown(night)).toContain('npm run conform -- namespaces --target host --case 77')
  })

  test('a fault planted in a model, as conform itself finds and writes it', async () => {
    const lie = { outcome: { is: 'error', errno: 'ESRCH' } } as const
    const faulty: typeof subject = {
      ...subject,
      predict(given) {
        const { seen, ...rest } = subject.predict(given)
        const kills = (at: number) => given.actions[at]?.do === 'kill'
        return { ...rest, seen: seen.map((one, at) => (kills(at) ? { ...one, ...lie } : one)) }
      },
    }
    const kernel = {
      lacks: () => undefined,
      see: (given: Parameters<typeof subject.predict>[0]) => Promise.resolve(subject.predict(given).seen),
      end: () => Promise.resolve(),
    }
    const runs: Told[] = []
    const told = (run: Told) => runs.push(run)
    const bench = { hands: [kernel], environment: machine, say: () => {}, progress: () => {}, told }
    const task = { target: 'host', seed: 1, cases: 30, record: false, add: false } as const
    expect(await conform(faulty, bench, task)).toBe(false)
    const written = { exit: 1, json: JSON.parse(tellJson(runs, 1)) }
    const { drifts } = sumNight(await play({ ...quiet, 'namespaces on host': written }))
    expect(drifts).toHaveLength(1)
    expect(drifts[0]?.what).toMatch(/^the model namespaces on host: [1-9]\d* of 30 cases differ, seed 1$/)
    expect(drifts[0]?.detail).toMatch(/→ \{"do":"kill"/)
    expect(drifts[0]?.todo).toMatch(/^npm run conform -- namespaces --target host --case \d+;/)
  })

  test('a record that no longer fits, of a target that is not there', async () => {
    const row = { id: 'cgroups/io', target: 'k3s', state: 'stale' }
    const { drifts } = sumNight(await play({ ...quiet, records: { exit: 1, json: { records: [row] } } }))
    expect(drifts.map(({ what }) => what)).toEqual(['the record of cgroups/io on k3s'])
  })

  test('a part that falls over, and a cluster that does not come up', async () => {
    const { 'namespaces on host': _, ...rest } = quiet
    const night = await play(rest)
    expect(sumNight(night).drifts).toEqual([
      expect.objectContaining({
        kind: 'broken',
        what: 'namespaces on host ended with 1',
        detail: 'it fell over',
      }),
    ])
    const leaveOut = (part: Part) => (part.name.endsWith('k3s') ? 'the cluster did not come up' : undefined)
    const { skips } = sumNight(await play(quiet, { ...nowhere, leaveOut }))
    expect(skips).toContainEqual(
      expect.objectContaining({ what: 'replay on k3s', why: 'the cluster did not come up' }),
    )
  })
})

test('where nothing could be run, that is no success', async () => {
  const leaveOut = ({ kind }: Part) => (kind === 'records' ? undefined : 'no Linux')
  expect(exitOf(await play(quiet, { ...nowhere, leaveOut }))).toBe(3)
})

test('a run that is stopped starts no more parts, and names them', async () => {
  const call = callOf('--models', 'namespaces')
  const runner: Runner = () => Promise.reject(new Error('it was started'))
  const stopped = { ...site, signal: AbortSignal.abort() }
  const night = await spendNight(call, planParts(call, models), nowhere, runner, stopped)
  expect(sumNight(night).skips.map(({ what }) => what)).toContain('replay on host')
})

test('the reports say the same, and the record is one that the page reads', async () => {
  const night = await play(withReplay(differing, 'holds'))
  expect(showMarkdown(night)).toContain('# 1 drifted')
  expect(showMarkdown(night)).toContain('- a/b on vm: no QEMU')
  expect(showJunit(night)).toMatch(/<testsuite name="replay on host" tests="1" failures="1" skipped="0"/)
  expect(showJunit(night)).toContain('got       2</failure>')
  const record = readNight(JSON.parse(JSON.stringify(recordNight(night))), 'nightly.json')
  expect(record).toMatchObject({ kernel: '6.18.1', transcripts: { passed: 0, drifted: 1, skipped: 1 } })
  expect(() => readNight({ ...record, drifts: 0 }, 'nightly.json')).toThrow('nightly.json: drifts:')
})

test('the parts: shards, a bounded number of cases, what is measured alone, one replay of a cluster', () => {
  const parts = planParts(callOf('--shards', '2', '--seed', '9', 'namespaces'), models)
  expect(parts.map(({ name }) => name)).toEqual([
    ...['replay on vm 1/2', 'replay on vm 2/2', 'replay on host 1/2', 'replay on host 2/2', 'replay on k3s'],
    ...['records', 'namespaces on host', 'namespaces on vm'],
    ...['cpu-time on host', 'cpu-time on vm', 'cpu-time on vm-v1'],
  ])
  const words = (name: string) => parts.find((part) => part.name === name)?.words.join(' ')
  expect(words('replay on host 2/2')).toBe('namespaces --target host --shard 2/2')
  expect(words('namespaces on vm')).toBe('namespaces --target vm --seed 9 --cases 200')
  expect(words('cpu-time on vm')).toBe('cpu-time --target vm --seed 9 --cases 20')
  expect(parts.filter(({ alone }) => alone).map(({ name }) => name.split(' ')[0])).toEqual(
    Array(3).fill('cpu-time'),
  )
})

test('a night that was asked for less is not kept as a whole one', () => {
  expect(isWhole(callOf('--record', '--shards', '3'))).toBe(true)
  for (const less of [['namespaces'], ['--targets', 'host'], ['--models', 'cpu-time'], ['--share', '0']])
    expect(isWhole(callOf('--record', ...less))).toBe(false)
})

test.each([
  [['--shards', '0'], '--shards: expected a whole number from 1 to 64, got "0".'],
  [['--models', 'moon'], '--models: expected words of namespaces, cpu-time; got moon.'],
  [['--targets', 'host,moon'], '--targets: expected words of host, vm, vm-v1, k3s; got moon.'],
  [['--kubeconfig', 'f'], 'Add --yes-this-cluster-is-disposable'],
  [['--nonsense'], '--nonsense'],
])('%j is a wrong call', (argv, message) => {
  expect(() => readCall(argv, names)).toThrow(message)
})
