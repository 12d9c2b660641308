import { describe, expect, test } from 'vitest'
import { parseTranscript, type Transcript } from '#transcript'
import {
  countCommands,
  findSecret,
  hashExpectations,
  hashInputs,
  judge,
  pinnedShare,
  readRecord,
} from './index.ts'
import type { ProofRecord } from './types.ts'

const source = `targets: host
---
== one
$ echo 12
<int>
$ false
[exit 1]
@not-run it needs the internet
$ curl example.org
`

function parse(text: string): Transcript {
  const parsed = parseTranscript(text, 'a.transcript')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.transcript
}

const recordOf = (text: string): ProofRecord => ({
  schema: 1,
  transcript: 'demo/a',
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
  inputs: hashInputs(parse(text)),
  expectations: hashExpectations(parse(text)),
  commands: [
    { step: 'one', index: 0, command: 'echo 12', output: '12\n', exit: 0, milliseconds: 1 },
    { step: 'one', index: 1, command: 'false', output: '', exit: 1, milliseconds: 1 },
    { step: 'one', index: 2, command: 'curl example.org' },
  ],
})

describe('judging a record', () => {
  const states = (text: string, record = recordOf(source)) => {
    const judgement = judge(parse(text), record)
    return judgement.state === 'stale' ? 'stale' : judgement.commands.map(({ state }) => state)
  }

  test('a record of these very inputs holds', () => {
    expect(states(source)).toEqual(['verified', 'verified', 'not-run'])
  })

  test('a changed command makes it stale', () => {
    expect(states(source.replace('echo 12', 'echo 13'))).toBe('stale')
  })

  test('a changed expectation is matched again: it holds or differs, and is not stale', () => {
    expect(states(source.replace('<int>', '12'))).toEqual(['verified', 'verified', 'not-run'])
    expect(states(source.replace('<int>', '13'))).toEqual(['differs', 'verified', 'not-run'])
    expect(states(source.replace('<int>', '<any>'))).toEqual(['ran', 'verified', 'not-run'])
  })

  test('a record that lacks a command proves nothing', () => {
    const record = recordOf(source)
    expect(states(source, { ...record, commands: record.commands.slice(1) })).toBe('stale')
  })

  test('another exit status differs', () => {
    const record = recordOf(source)
    const commands = record.commands.map((each) => (each.index === 1 ? { ...each, exit: 2 } : each))
    expect(states(source, { ...record, commands })).toEqual(['verified', 'differs', 'not-run'])
  })

  test('a file it uses is an input', () => {
    const uses = source.replace('---', 'uses: a.yaml\n---')
    const transcript = parse(uses)
    const one = hashInputs(transcript, new Map([['a.yaml', 'a']]))
    expect(hashInputs(transcript, new Map([['a.yaml', 'b']]))).not.toBe(one)
  })
})

test('counts say how much of the output is pinned', () => {
  const judgement = judge(parse(source), recordOf(source))
  if (judgement.state === 'stale') throw new Error('stale')
  const counts = countCommands(judgement.commands)
  expect(counts).toEqual({
    verified: 2,
    ran: 0,
    'not-run': 1,
    differs: 0,
    pinned: { pinned: 2, characters: 2 },
  })
  expect(pinnedShare(counts.pinned)).toBe(1)
})

describe('reading a record', () => {
  test('what was written is read back', () => {
    const record = recordOf(source)
    expect(readRecord(JSON.stringify(record), 'a.json')).toEqual({ ok: true, record })
  })

  test.for([
    ['{', 'a.json: expected JSON'],
    ['{}', 'a.json: schema: '],
    [JSON.stringify({ ...recordOf(source), inputs: 'x' }), 'a.json: inputs: expected a sha256 in hex'],
    [JSON.stringify({ ...recordOf(source), extra: 1 }), 'a.json: record: Unrecognized key'],
  ])('%s is refused', ([text, message]) => {
    const read = readRecord(text!, 'a.json')
    expect(read.ok ? [] : read.faults).toEqual(expect.arrayContaining([expect.stringContaining(message!)]))
  })
})

describe('secrets', () => {
  // Put together here, so that no file of the repository holds one.
  const made = [
    `-----BEGIN ${'PRIVATE KEY'}-----`,
    `-----BEGIN ${'CERTIFICATE'}-----`,
    ['eyJhbGciOiJI', 'eyJzdWIiOiIx', 'c2lnbmF0dXJl'].join('.'),
    `K10${'0123456789abcdef'.repeat(4)}::server:${'f'.repeat(32)}`,
    `${'abcdef'}.${'0123456789abcdef'}`,
    `    client-key-data: ${'QUJD'.repeat(8)}`,
  ]
  test.for(made)('%s is found, with its line', (secret) => {
    expect(findSecret(`fine\n${secret}\n`)?.line).toBe(2)
  })

  test('ordinary output is not', () => {
    expect(
      findSecret('NAME READY\nweb-7d4b9c 1/1\n1.36.2+k3s1\n3c59dc048e8850243be8079a5c74d079\n'),
    ).toBeUndefined()
  })
})
