import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readRecord, type ProofRecord } from '#ledger'
import { matchExpectation, type Matcher } from '#transcript'
import {
  echo,
  fakeClock,
  fakeTarget,
  loadedOf,
  printed,
  type Answer,
} from '#verify/replay/fake-target.fixture.ts'
import { replayTranscript } from '#verify/replay/replay-transcript.ts'
import type { Loaded } from '#verify/replay/index.ts'
import {
  checkRecords,
  isSameProof,
  keepRecord,
  makeRecord,
  spellRecord,
  surveyRecords,
  tallySurvey,
  writeWhole,
} from './index.ts'

const root = mkdtempSync(join(tmpdir(), 'nodebook-records-'))
afterAll(() => rmSync(root, { recursive: true }))
const fresh = () => mkdtempSync(join(root, 'book-'))

const body = '$ echo 12\n<int>\n@not-run the internet\n$ curl x\n'
const book = (text = body, folder = fresh()): Loaded => ({ ...loadedOf(text), folder })

const replay = (loaded: Loaded, answer: Answer = echo) =>
  replayTranscript(
    { loaded, target: fakeTarget(answer).target },
    { keep: false, clock: fakeClock(), signal: new AbortController().signal },
  )

async function recordOf(loaded: Loaded, answer: Answer = echo): Promise<ProofRecord> {
  const made = makeRecord(loaded, await replay(loaded, answer))
  if (!made.ok) throw new Error(made.refusals.join('\n'))
  return made.record
}

describe('making a record', () => {
  test('it is one that the ledger reads, with a command for each of the transcript', async () => {
    const record = await recordOf(book())
    expect(readRecord(spellRecord(record), 'a.json')).toEqual({ ok: true, record })
    expect(record.commands).toEqual([
      { step: 'one', index: 0, command: 'echo 12', output: '12\n', exit: 0, milliseconds: 1 },
      { step: 'one', index: 1, command: 'curl x' },
    ])
  })

  test('tries, a missing newline and what was dropped are kept', async () => {
    const answer: Answer = () => ({ ...printed('a'), dropped: 3 })
    const record = await recordOf(book('@until 2s\n@ran\n$ x\n'), answer)
    expect(record.commands[0]).toMatchObject({ tries: 1, unterminated: true, dropped: 3 })
    expect(readRecord(spellRecord(record), 'a.json').ok).toBe(true)
  })

  test('the same run is the same file, whatever the order of what was probed', async () => {
    const record = await recordOf(book())
    expect(Object.keys(record.environment)).toEqual(Object.keys(record.environment).toSorted())
    expect(Object.keys(record)).toEqual([
      'schema',
      'transcript',
      'target',
      'environment',
      'started',
      'inputs',
      'expectations',
      'commands',
    ])
  })

  test('a secret outside <secret> is refused, by step and line, and not told', async () => {
    const token = ['abcdef', '0123456789abcdef'].join('.')
    const loaded = book('$ x\nfine\n<any>\n')
    const made = makeRecord(loaded, await replay(loaded, () => printed(`fine\n${token}\n`)))
    expect(made).toEqual({
      ok: false,
      refusals: [
        expect.stringMatching(
          /demo\/a\.transcript:4 {2}step "one"[^]*line 2 of the output holds a bootstrap token/,
        ),
      ],
    })
    expect(JSON.stringify(made)).not.toContain(token)
  })

  test('inside <secret> it is stored as dots, and matched again', async () => {
    const token = ['abcdef', '0123456789abcdef'].join('.')
    const loaded = book('$ x\ntoken <secret>\n')
    const record = await recordOf(loaded, () => printed(`token ${token}\n`))
    expect(record.commands[0]?.output).toBe('token •••\n')
  })

  test('a secret that another type matched elsewhere is refused, not stored', async () => {
    const loaded = book('$ x\nkey <secret>\n$ y\n<hash>\n')
    const answer: Answer = (command) =>
      printed(command === 'x' ? 'key 0123456789abcdef\n' : '0123456789abcdef\n')
    const made = makeRecord(loaded, await replay(loaded, answer))
    expect(made).toMatchObject({
      ok: false,
      refusals: [expect.stringContaining('Write <secret> where it stands here, too.')],
    })
  })
})

describe('keeping a record', () => {
  const keep = async (loaded: Loaded, answer: Answer = echo, refresh = false) =>
    keepRecord(loaded, await replay(loaded, answer), refresh)
  const file = (loaded: Loaded) => join(loaded.folder, 'records/a.host.json')

  test('one that says the same is left alone; --refresh renews it', async () => {
    const loaded = book('$ x\n  PID <int>\n')
    expect(await keep(loaded, () => printed('  PID 7\n'))).toEqual({ state: 'written', file: file(loaded) })
    const first = readFileSync(file(loaded), 'utf8')
    expect((await keep(loaded, () => printed('    PID     1234\n'))).state).toBe('same')
    expect(readFileSync(file(loaded), 'utf8')).toBe(first)
    expect((await keep(loaded, () => printed('  PID 8\n'), true)).state).toBe('written')
    expect(readFileSync(file(loaded), 'utf8')).toContain('PID 8')
  })

  test('a replay that failed leaves no record, and no trace', async () => {
    const loaded = book()
    expect((await keep(loaded, () => printed('x\n'))).state).toBe('failed-replay')
    expect(existsSync(join(loaded.folder, 'records'))).toBe(false)
  })

  test('one that can’t be read is written anew', async () => {
    const loaded = book()
    mkdirSync(join(loaded.folder, 'records'))
    writeFileSync(file(loaded), '{')
    expect((await keep(loaded)).state).toBe('written')
  })

  test('where it can’t be written nothing is left half done', () => {
    const folder = fresh()
    mkdirSync(join(folder, 'a.json/inside'), { recursive: true })
    expect(() => writeWhole(join(folder, 'a.json'), 'text')).toThrow(
      /a\.json was not written: .*Nothing of it was kept/,
    )
    expect(readdirSync(folder)).toEqual(['a.json'])
    writeFileSync(join(folder, 'file'), '')
    expect(() => writeWhole(join(folder, 'file/a.json'), 'text')).toThrow('was not written')
  })
})

describe('the same proof', () => {
  const same = async (text: string, before: string, after: string, more: Partial<ProofRecord> = {}) => {
    const loaded = book(text)
    const old = await recordOf(loaded, () => printed(before))
    return isSameProof(loaded, old, { ...(await recordOf(loaded, () => printed(after))), ...more })
  }

  test('what a placeholder or “...” matched may vary, and so may the padding around it', async () => {
    expect(await same('$ x\n<int>\n', '1\n', '22\n')).toBe(true)
    expect(await same('$ x\n...\nend\n', '1\n2\nend\n', 'end\n')).toBe(true)
    expect(await same('$ x\n...\nend\n', '1\n2\nend\n', '3\nend\n')).toBe(true)
    expect(await same('$ x\n<word>  b\n', 'aaa  b\n', 'a    b\n')).toBe(true)
    expect(await same('@unordered\n$ x\na\n<int>\n', 'a\n1\n', '2\na\n')).toBe(true)
    expect(await same('@ran\n$ x\n', 'a\n', 'b\n')).toBe(true)
  })

  test('a final newline, another environment and other inputs are news', async () => {
    expect(await same('$ x\na\n', 'a\n', 'a')).toBe(false)
    const environment = { ...(await recordOf(book())).environment, kernel: '7.0.0' }
    expect(await same('$ x\na\n', 'a\n', 'a\n')).toBe(true)
    expect(await same('$ x\na\n', 'a\n', 'a\n', { environment })).toBe(false)
    expect(await same('$ x\na\n', 'a\n', 'a\n', { inputs: '0'.repeat(64) })).toBe(false)
  })
})

describe('matching again, offline', () => {
  const states = (loaded: Loaded) => checkRecords([loaded]).map(({ state }) => state)

  test('awaiting, holding, stale, differing, unreadable', async () => {
    const loaded = book()
    expect(states(loaded)).toEqual(['awaiting'])
    keepRecord(loaded, await replay(loaded), false)
    expect(states(loaded)).toEqual(['holds'])
    expect(states(book(body.replace('echo 12', 'echo 13'), loaded.folder))).toEqual(['stale'])
    expect(states(book(body.replace('<int>', 'x'), loaded.folder))).toEqual(['differs'])
    expect(states({ ...loaded, id: 'other/a' })).toEqual(['unreadable'])
    writeFileSync(join(loaded.folder, 'records/a.host.json'), '{}')
    expect(states(loaded)).toEqual(['unreadable'])
  })
})

describe('mutation', () => {
  const surveyed = async (text: string, answer: Answer, matcher?: Matcher) => {
    const loaded = book(text)
    keepRecord(loaded, await replay(loaded, answer), false)
    return tallySurvey(surveyRecords(checkRecords([loaded]), matcher))
  }

  test('what is swallowed is told by what swallowed it, and nothing else passes', async () => {
    const tally = await surveyed('$ x\nPID <int> of <any>\nend\n', () => printed('PID 12 of this\nend\n'))
    expect(tally.wrong).toEqual([])
    expect(new Set(tally.survivors.map(({ by }) => by))).toEqual(new Set(['<any>']))
    expect(tally.noticed).toBeGreaterThan(20)
  })

  const ignoresCase: Matcher = (expectation, output, exit, bindings, comparison) =>
    matchExpectation(expectation, output.toLowerCase(), exit, bindings, comparison)
  const ignoresExit: Matcher = (expectation, output, _, bindings, comparison) =>
    matchExpectation(expectation, output, expectation.exit, bindings, comparison)
  const ignoresTheRest: Matcher = (expectation, output, exit, bindings, comparison) =>
    matchExpectation(
      expectation,
      output.split('\n').slice(0, expectation.lines.length).join('\n'),
      exit,
      bindings,
      comparison,
    )
  const neverMatches: Matcher = (expectation, _, exit, bindings, comparison) =>
    matchExpectation(expectation, 'nothing of the kind\n', exit, bindings, comparison)

  test.for([
    ['case', ignoresCase],
    ['exit status', ignoresExit],
    ['lines at the end', ignoresTheRest],
    ['what varies', neverMatches],
  ] as const)('a matcher that is wrong about %s is found out', async ([, matcher]) => {
    const tally = await surveyed(
      '$ x\nthe pid is <int>\nend\n',
      () => printed('the pid is 12\nend\n'),
      matcher,
    )
    expect(tally.wrong.length).toBeGreaterThan(0)
    expect(tally.wrong[0]).toContain('demo/a.transcript:4  step "one"')
  })
})
