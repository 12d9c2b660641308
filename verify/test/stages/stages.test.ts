import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { hashExpectations, hashInputs } from '#ledger'
import { parseTranscript } from '#transcript'
import { checkContent } from './content.ts'
import { mutateRecords } from './mutation.ts'
import { matchRecords } from './records.ts'
import { replay } from './replay.ts'
import { leftToHost, leftToNight } from './replay-on-vm.ts'
import type { Facts } from '../../doctor/index.ts'
import { passed } from '../outcome.ts'
import { runSnippets } from './snippets.ts'
import { targetsOf } from './targets-here.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true })
})

function book(files: Record<string, string>): string {
  const root = mkdtempSync(join(tmpdir(), 'nodebook-stages-'))
  folders.push(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

test('snippets: right, wrong, failing, without expected output', async () => {
  const at = (name: string) => `content/namespaces/snippets/${name}`
  const root = book({
    [at('right.ts')]: 'const n: number = 1\nconsole.log(n)\n',
    [at('right.expected.txt')]: '1\n',
    [at('wrong.ts')]: 'console.log(1)\nconsole.log(3)\n',
    [at('wrong.expected.txt')]: '1\n2\n',
    [at('failing.ts')]: 'throw new Error("no")\n',
    [at('failing.expected.txt')]: '',
    [at('lonely.ts')]: '',
  })
  const outcome = await runSnippets(root)
  const { failures } = outcome
  expect(outcome.passed).toBe(1)
  expect(failures.map(({ what }) => what)).toEqual(
    ['failing', 'lonely', 'wrong'].map((name) => at(`${name}.ts`)),
  )
  expect(failures[0]?.message).toMatch(/^Expected exit status 0, got 1\.[\s\S]*Error: no/)
  expect(failures[1]?.message).toContain('there is no such file')
  expect(failures[2]?.message).toBe(
    [
      `${at('wrong.expected.txt')}:2`,
      'expected: 2',
      'got:      3',
      `If the new output is right, write it to ${at('wrong.expected.txt')}.`,
    ].join('\n'),
  )
})

test('content: chapters are found, faults are told with their place', async () => {
  const root = book({
    'content/glossary.yaml': '',
    'content/cgroups/en.mdx':
      '---\ntitle: Cgroups\nlede: a\ndescription: b\nstatus: growing\n---\n\n<Term id="x" />\n',
  })
  mkdirSync(join(root, 'content/images'))
  const outcome = await checkContent(root)
  const { failures } = outcome
  expect(outcome.passed).toBeGreaterThan(5)
  expect(failures.map(({ what }) => what)).toEqual([
    'cgroups: chapter/missing-translation',
    'cgroups: page/unknown-term',
  ])
  expect(failures[1]?.message).toContain('content/cgroups/en.mdx:8:1: page/unknown-term')
})

const source = 'targets: host\n---\n== one\n$ echo 12\n<int>\n'
const transcript = 'content/namespaces/echo.transcript'

function record(inputsOf = source, output = '12\n'): string {
  const parsed = parseTranscript(inputsOf, transcript)
  if (!parsed.ok) throw new Error('the test transcript has a fault')
  return JSON.stringify({
    schema: 1,
    transcript: 'namespaces/echo',
    target: 'host',
    environment: {
      kernel: '6.18.0',
      architecture: 'x86_64',
      distribution: 'Debian 12',
      cgroup: 'v1',
      bash: '5.2',
      user: 'root',
    },
    started: '2026-11-21T05:00:00.000Z',
    inputs: hashInputs(parsed.transcript),
    expectations: hashExpectations(parsed.transcript),
    commands: [{ step: 'one', index: 0, command: 'echo 12', output, exit: 0, milliseconds: 1 }],
  })
}

describe('records', () => {
  const file = 'content/namespaces/records/echo.host.json'
  const match = (files: Record<string, string>, targets: ('host' | 'vm')[] = ['host']) =>
    matchRecords(new Set(targets), book(files))

  test('one that holds', async () => {
    expect(await match({ [transcript]: source, [file]: record() })).toEqual(passed(1))
  })

  test('an output that does not match any more', async () => {
    const { failures } = await match({ [transcript]: source, [file]: record(source, 'twelve\n') })
    expect(failures).toHaveLength(1)
    expect(failures[0]?.message).toContain(`${transcript}:5`)
  })

  test('a stale one: a failure where the target can be had, else a skip that can be required', async () => {
    const files = { [transcript]: source.replace('12', '13'), [file]: record() }
    expect((await match(files)).failures[0]?.message).toContain('stale')
    expect((await match(files, ['vm'])).skips).toMatchObject([{ what: file, need: 'host', count: 1 }])
  })

  test.each([
    [
      'without its transcript',
      { [file]: record() },
      'Expected content/namespaces/echo.transcript, found none.',
    ],
    ['that is not JSON', { [file]: 'no' }, 'expected JSON'],
    [
      'under another name',
      { [transcript]: source, 'content/namespaces/records/echo.vm.json': record() },
      'Expected the name echo.host.json.',
    ],
  ])('one %s', async (_, files, message) => {
    expect((await match(files)).failures[0]?.message).toContain(message)
  })
})

describe('replay on the host', () => {
  const run = (cli: string) => replay('host', { root: book({ [transcript]: source, 'verify/cli.ts': cli }) })
  const writes = (report: object, code: number) =>
    `require('node:fs').writeFileSync(process.argv[process.argv.indexOf('--json') + 1], ${JSON.stringify(JSON.stringify(report))}); process.exit(${code})`

  test('counts what passed, failed, and was skipped for want of what', async () => {
    const replays = [
      { id: 'a', target: 'host', passed: true },
      { id: 'b', target: 'host', passed: false, failure: 'a.transcript:3 differs' },
    ]
    const skips = [
      { id: 'c', target: 'host', why: 'needs cgroup-v2', missing: false },
      { id: 'd', target: 'host', why: 'bash is missing', missing: true },
    ]
    expect(await run(writes({ replays, skips, faults: [] }, 1))).toEqual({
      passed: 1,
      failures: [{ what: 'b on host', message: 'a.transcript:3 differs' }],
      skips: [
        { what: 'c on host', why: 'needs cgroup-v2', count: 1 },
        { what: 'd on host', why: 'bash is missing', count: 1, need: 'host' },
      ],
    })
  })

  test('a run that ends without its account, or ends badly for no reason that it gives, has failed', async () => {
    const crash = await run("console.log(process.argv.slice(2, 4).join(' ')); process.exit(2)")
    expect(crash.failures).toEqual([{ what: 'npm run verify -- --target host', message: '--target host\n' }])
    expect((await run(writes({ replays: [], skips: [], faults: [] }, 1))).failures).toHaveLength(1)
  })

  test('nothing to replay', async () => {
    const outcome = await replay('vm', { root: book({ [transcript]: source }) })
    expect(outcome.skips[0]?.why).toBe('no transcript asks for it')
  })

  test('what is left out is counted, named and not started', async () => {
    const root = book({ [transcript]: source, 'verify/cli.ts': 'process.exit(9)' })
    expect(await replay('host', { root, leaveOut: () => 'for a reason' })).toEqual({
      passed: 0,
      failures: [],
      skips: [{ what: `${transcript.replace('.transcript', '')} on host`, why: 'for a reason', count: 1 }],
    })
  })
})

const machine = {
  linux: true,
  bash: '5.2',
  namespaces: { state: 'allowed' },
  qemu: '7',
  vmKernel: '/k',
  k3s: '1',
}

test.each([
  ['everything', {}, ['host', 'vm', 'k3s']],
  ['no user namespaces', { namespaces: { state: 'refused', said: 'no' } }, ['vm', 'k3s']],
  ['no kernel for a vm', { vmKernel: undefined, k3s: undefined }, ['host']],
  ['macOS', { linux: false, k3s: undefined }, []],
] satisfies [string, Partial<Facts>, string[]][])('targets of a machine with %s', (_, lacks, targets) => {
  expect([...targetsOf({ ...machine, ...lacks } as Facts)]).toEqual(targets)
})

test.each([
  ['emulated, and the host can', 'host, vm', '', {}, true],
  ['the vm alone', 'vm', '', {}, false],
  ['fast enough', 'host, vm', '', { kvm: 'usable' }, false],
  ['no sandbox on the host', 'host, vm', '', { namespaces: { state: 'refused', said: 'no' } }, false],
  ['the other generation', 'host, vm', 'needs: cgroup-v2\n', {}, false],
  ['its own generation', 'host, vm', 'needs: cgroup-v1\n', {}, true],
  ['its own, beside an empty one', 'host, vm', 'needs: cgroup-v1\n', { cgroup: 'hybrid' }, true],
  ['an empty one', 'host, vm', 'needs: cgroup-v2\n', { cgroup: 'hybrid' }, false],
] satisfies [string, string, string, Partial<Facts>, boolean][])(
  'left to the host: %s',
  (_, targets, needs, more, left) => {
    const parsed = parseTranscript(`targets: ${targets}\n${needs}---\n== a\n$ true\n`, 'a')
    if (!parsed.ok) throw new Error(JSON.stringify(parsed))
    const why = leftToHost(parsed.transcript.header, {
      ...machine,
      kvm: 'none',
      cgroup: 'v1',
      ...more,
    } as Facts)
    expect(why !== undefined).toBe(left)
  },
)

test.each([
  ['long, and emulated', 'none', 4_001, true],
  ['short', 'none', 4_000, false],
  ['never recorded', 'none', undefined, false],
  ['fast enough', 'usable', 60_000, false],
] satisfies [string, Facts['kvm'], number | undefined, boolean][])(
  'left to the night: %s',
  (_, kvm, length, left) =>
    expect(leftToNight({ ...machine, kvm } as Facts, length) !== undefined).toBe(left),
)

test('no stage passes on nothing', async () => {
  const root = book({})
  expect(await matchRecords(new Set(), root)).toMatchObject({ passed: 0, skips: [{ what: 'records' }] })
  expect(await mutateRecords(root)).toMatchObject({ passed: 0, skips: [{ what: 'mutation' }] })
  expect(await checkContent(root)).toMatchObject({ passed: 0, skips: [{ what: 'content' }] })
  expect(await runSnippets(root)).toMatchObject({ passed: 0, skips: [{ what: 'snippets' }] })
})
