import { describe, expect, test } from 'vitest'
import { CallError, readArguments } from './arguments.ts'

const read = (line: string) => readArguments(line.split(' ').filter(Boolean))

test('nothing means the whole book, wherever it can be replayed', () => {
  expect(read('')).toMatchObject({
    mode: 'replay',
    words: [],
    targets: 'auto',
    record: 'none',
    shard: [1, 1],
  })
})

test('each flag', () => {
  expect(read('net --target host,vm --shard 2/4 --jobs 3 --keep --bail --json a --junit b')).toMatchObject({
    words: ['net'],
    targets: ['host', 'vm'],
    shard: [2, 4],
    jobs: 3,
    keep: true,
    bail: true,
    json: 'a',
    junit: 'b',
  })
  expect([read('--record').record, read('--refresh').record]).toEqual(['changed', 'all'])
  expect(read('enter net/veth')).toMatchObject({ mode: 'enter', words: ['net/veth'] })
  expect(['list', 'offline', 'mutate', 'help'].map((mode) => read(`--${mode}`).mode)).toEqual([
    'list',
    'offline',
    'mutate',
    'help',
  ])
})

test('a cluster that exists is used where its owner says that it may be broken', () => {
  const file = import.meta.filename
  expect(read(`--kubeconfig ${file} --yes-this-cluster-is-disposable`)).toMatchObject({ kubeconfig: file })
})

describe('what is wrong is refused, and says what there is', () => {
  test.for([
    ['--colour', "Unknown option '--colour'. There are --target, "],
    ['--target', '--target'],
    ['--target moon', '--target: expected host, vm, k3s or auto, got "moon".'],
    ['--target host,moon', 'got "host,moon"'],
    ['--shard 3/2', '--shard: expected i/n, such as 1/4, got "3/2".'],
    ['--shard 0/2', 'got "0/2"'],
    ['--jobs 0', '--jobs: expected 1 or more, got "0".'],
    ['--jobs many', 'got "many"'],
    ['--list --mutate', 'Expected one of --list, --offline and --mutate, got --list and --mutate.'],
    ['--kubeconfig f', 'Add --yes-this-cluster-is-disposable if it may be broken.'],
    ['--kubeconfig no-such --yes-this-cluster-is-disposable', 'expected a file, found none at no-such'],
    ['--kubeconfig f --yes-this-cluster-is-disposable --record', 'expected no --record'],
    ['--yes-this-cluster-is-disposable', 'expected --kubeconfig FILE with it'],
    ['enter', 'Expected one transcript to enter'],
    ['enter a b', 'Expected one transcript to enter'],
  ] as const)('%s', ([line, message]) => {
    expect(() => read(line)).toThrow(CallError)
    expect(() => read(line)).toThrow(message)
  })
})
