import { expect, test } from 'vitest'
import type { FromWorker } from '../messages.ts'
import { limits, makePrinter } from './printer.ts'

function record() {
  const sent: FromWorker[] = []
  const clock = { now: 0 }
  const printer = makePrinter(
    (message) => sent.push(message),
    () => clock.now,
  )
  return { sent, clock, ...printer }
}

test('a line is sent at once', () => {
  const { sent, print } = record()
  print('stdout', () => 'a')
  expect(sent).toEqual([{ kind: 'printed', to: 'stdout', text: 'a\n' }])
})

test('after the limit nothing is formatted, and the count of what was dropped is told now and then', () => {
  const { sent, clock, print, finish } = record()
  for (let line = 0; line < limits.lines; line += 1) print('stdout', () => 'x')
  const refuse = () => {
    throw new Error('formatted a line that nobody sees')
  }
  for (let line = 0; line < 10; line += 1) print('stdout', refuse)
  clock.now = limits.reportEvery
  print('stdout', refuse)
  print('stdout', refuse)
  finish()
  finish()
  expect(sent.filter(({ kind }) => kind === 'printed')).toHaveLength(limits.lines)
  expect(sent.slice(limits.lines)).toEqual([1, 11, 12].map((count) => ({ kind: 'dropped', count })))
})

test('lines inside one text count too', () => {
  const { sent, print, finish } = record()
  print('stdout', () => 'x\n'.repeat(limits.lines + 4) + 'x')
  finish()
  expect(sent).toEqual([
    { kind: 'printed', to: 'stdout', text: 'x\n'.repeat(limits.lines) },
    { kind: 'dropped', count: 5 },
  ])
})

test('a text too long is cut, and what follows is dropped', () => {
  const { sent, print } = record()
  print('stdout', () => 'x'.repeat(limits.characters + 1))
  print('stdout', () => 'y')
  expect(sent).toEqual([
    { kind: 'printed', to: 'stdout', text: `${'x'.repeat(limits.characters)}\n` },
    { kind: 'dropped', count: 1 },
  ])
})
