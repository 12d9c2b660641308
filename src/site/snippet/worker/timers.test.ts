import { beforeEach, expect, test, vi } from 'vitest'
import { watchTimers } from './timers.ts'

beforeEach(() => void vi.useFakeTimers())

function watched() {
  const { setTimeout, setInterval, clearTimeout, clearInterval } = globalThis
  const scope = { setTimeout, setInterval, clearTimeout, clearInterval } as typeof globalThis
  const idle = vi.fn()
  return { scope, idle, timers: watchTimers(scope, idle) }
}

test('idle once the last timer has fired', () => {
  const { scope, idle, timers } = watched()
  const heard: string[] = []
  scope.setTimeout((name: string) => heard.push(name), 10, 'first')
  scope.setTimeout(() => heard.push('second'), 20)
  vi.advanceTimersByTime(10)
  expect([heard, idle.mock.calls.length, timers.pending()]).toEqual([['first'], 0, 1])
  vi.advanceTimersByTime(10)
  expect([heard, idle.mock.calls.length, timers.pending()]).toEqual([['first', 'second'], 1, 0])
})

test('a timer that sets another one is not the last', () => {
  const { scope, idle } = watched()
  scope.setTimeout(() => scope.setTimeout(() => {}, 10), 10)
  vi.advanceTimersByTime(10)
  expect(idle).not.toHaveBeenCalled()
  vi.advanceTimersByTime(10)
  expect(idle).toHaveBeenCalledOnce()
})

test('an interval keeps the run going until it is cleared', () => {
  const { scope, idle, timers } = watched()
  const id = scope.setInterval(() => {}, 10)
  vi.advanceTimersByTime(100)
  expect(timers.pending()).toBe(1)
  scope.clearInterval(id)
  scope.clearInterval(id)
  expect(idle).toHaveBeenCalledOnce()
})
