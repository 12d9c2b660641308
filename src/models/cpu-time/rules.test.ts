/** One test for each rule, titled by it. */
import { expect, test } from 'vitest'
import {
  divide,
  explain,
  init,
  rules,
  running,
  step,
  type Facts,
  type Group,
  type Input,
  type Job,
  type Quota,
  type Reason,
  type Rule,
  type Thread,
} from './index.ts'

const on = (cpu: number | 'any', does: Thread['does'] = 'loop'): Thread => ({ cpu, does })

const group = (
  name: string,
  weight: number,
  threads: readonly Thread[],
  more: Partial<Group> = {},
): Group => ({
  ...{ name, parent: '', weight, threads },
  ...more,
})

const machine = (cpus: number, ...groups: Group[]): Input => ({
  cpus: Array.from({ length: cpus }, () => 1),
  groups,
})

const ms = (value: number): number => value * 1000

const quota = (max: number, burst = 0, period = 100): { readonly quota: Quota } => ({
  quota: { max: ms(max), period: ms(period), burst: ms(burst), phase: 0 },
})

const divided = (input: Input): readonly Reason[] => {
  const runs = running(init(input))
  return explain(input, runs, divide(input, runs))
}

/** Everything that happens until then, with its instant in milliseconds. */
const passed = (input: Input, until: number): readonly (readonly [number, Reason])[] => {
  const told: (readonly [number, Reason])[] = []
  let state = init(input)
  while (state.now < ms(until)) {
    const made = step(state, { do: 'pass', until: ms(until) })
    state = made.state
    told.push(...made.trace.map((reason) => [Number((state.now / 1000).toFixed(3)), reason] as const))
  }
  return told
}

const tested = new Set<Rule>()

const factsOf = <R extends Rule>(
  reasons: readonly Reason[],
  rule: R,
  subject: string,
): Facts[R] | undefined => {
  tested.add(rule)
  return reasons.find((one) => one.rule === rule && one.subject === subject)?.facts as Facts[R] | undefined
}

const timesOf = (
  told: readonly (readonly [number, Reason])[],
  rule: Rule,
  subject = 'a',
): readonly number[] => {
  tested.add(rule)
  return told.filter(([, one]) => one.rule === rule && one.subject === subject).map(([at]) => at)
}

const jobs = (...times: (readonly [number, number])[]): readonly Job[] =>
  times.map(([at, work]) => ({ at: ms(at), work: ms(work) }))

test('cpu-time/idle-claims-nothing, cpu-time/alone-takes-all', () => {
  const reasons = divided(machine(1, group('a', 1, [on(0)]), group('b', 900, [on(0, 'sleep')])))
  expect(factsOf(reasons, 'cpu-time/idle-claims-nothing', 'b')).toEqual({ weight: 900 })
  expect(factsOf(reasons, 'cpu-time/alone-takes-all', 'a')).toEqual({ cpu: 0, weight: 1, gets: 1 })
})

test('cpu-time/weight-among-rivals, cpu-time/part-of-a-part', () => {
  const reasons = divided(
    machine(
      1,
      group('a', 100, []),
      group('a1', 300, [on(0)], { parent: 'a' }),
      group('a2', 100, [on(0)], { parent: 'a' }),
      group('b', 100, [on(0), on(0), on(0)]),
    ),
  )
  const among = { cpu: 0, weight: 300, sum: 400, of: 0.5, gets: 0.375 }
  expect(factsOf(reasons, 'cpu-time/weight-among-rivals', 'a1')).toEqual(among)
  expect(factsOf(reasons, 'cpu-time/part-of-a-part', 'a1')).toEqual({ parent: 'a', cpu: 0, of: 0.5 })
  expect(factsOf(reasons, 'cpu-time/part-of-a-part', 'b')).toBeUndefined()
})

test('cpu-time/weight-split-over-cpus, cpu-time/cpus-added-up: three loops here, one there', () => {
  const reasons = divided(
    machine(
      2,
      group('a', 100, [on(0), on(0), on(0), on(1)]),
      group('b', 25, [on(0)]),
      group('c', 75, [on(1)]),
    ),
  )
  expect(factsOf(reasons, 'cpu-time/weight-split-over-cpus', 'a')?.parts).toEqual([
    { cpu: 0, weight: 75 },
    { cpu: 1, weight: 25 },
  ])
  expect(factsOf(reasons, 'cpu-time/cpus-added-up', 'a')).toEqual({
    parts: [
      { cpu: 0, gets: 0.75 },
      { cpu: 1, gets: 0.25 },
    ],
    gets: 1,
  })
  expect(factsOf(reasons, 'cpu-time/weight-split-over-cpus', 'b')).toBeUndefined()
})

test('cpu-time/thread-beside-groups: each thread weighs 100', () => {
  const input = machine(1, group('a', 50, [on(0), on(0)]), group('a1', 200, [on(0)], { parent: 'a' }))
  expect(factsOf(divided(input), 'cpu-time/thread-beside-groups', 'a')).toEqual({ threads: 2, weight: 100 })
  expect(divide(input, running(init(input))).threads).toEqual({ a: [0.25, 0.25], a1: [0.5] })
})

test('cpu-time/cpu-left-idle', () => {
  const reasons = divided(machine(2, group('a', 100, [on(0)]), group('b', 100, [on(0), on(1, 'sleep')])))
  expect(factsOf(reasons, 'cpu-time/cpu-left-idle', 'CPU 1')).toEqual({ cpu: 1 })
})

test('cpu-time/moved-by-the-kernel, cpu-time/one-thread-one-cpu, cpu-time/rest-to-the-others', () => {
  const reasons = divided(
    machine(
      2,
      group('a', 900, [on('any')]),
      group('b', 50, [on('any'), on('any')]),
      group('c', 50, [on('any')]),
    ),
  )
  expect(factsOf(reasons, 'cpu-time/moved-by-the-kernel', '')).toEqual({ cpus: 2 })
  expect(factsOf(reasons, 'cpu-time/one-thread-one-cpu', 'a')).toEqual({ most: 1, claim: 1.8 })
  expect(factsOf(reasons, 'cpu-time/rest-to-the-others', 'b')).toEqual({ claim: 0.1, gets: 0.5 })
})

test('cpu-time/quota-spent, cpu-time/period-begins, cpu-time/period-was-throttled: half a CPU until 40 ms', () => {
  const told = passed(machine(1, group('a', 100, [on(0)], quota(20)), group('b', 100, [on(0)])), 250)
  expect(timesOf(told, 'cpu-time/timer-starts')).toEqual([0])
  expect(timesOf(told, 'cpu-time/quota-spent')).toEqual([40, 140, 240])
  expect(timesOf(told, 'cpu-time/period-begins')).toEqual([100, 200])
  expect(timesOf(told, 'cpu-time/period-was-throttled')).toEqual([100, 200])
})

test('cpu-time/quota-spent: two CPUs spend twice as fast, and both are held', () => {
  const told = passed(machine(2, group('a', 100, [on(0), on(1)], quota(60))), 100)
  expect(timesOf(told, 'cpu-time/quota-spent')).toEqual([30])
  const spent = factsOf(
    told.map(([, reason]) => reason),
    'cpu-time/quota-spent',
    'a',
  )
  expect(spent).toEqual({ spent: ms(60), until: ms(100), cpus: 2 })
})

test('cpu-time/period-was-throttled: who spends the last of it as the period ends was never held', () => {
  const told = passed(machine(1, group('a', 100, [on(0)], quota(100))), 350)
  expect(timesOf(told, 'cpu-time/period-was-throttled')).toEqual([])
  expect(timesOf(told, 'cpu-time/period-begins')).toEqual([100, 200, 300])
})

test('cpu-time/held-with-outer: only the outer one counts it', () => {
  const input = machine(
    1,
    group('a', 100, [], quota(30)),
    group('a1', 100, [on(0)], { parent: 'a', ...quota(60) }),
  )
  const told = passed(input, 150)
  expect(timesOf(told, 'cpu-time/held-with-outer', 'a1')).toEqual([30, 130])
  expect(timesOf(told, 'cpu-time/period-was-throttled', 'a1')).toEqual([])
  expect(timesOf(told, 'cpu-time/period-was-throttled', 'a')).toEqual([100])
})

test('cpu-time/job-comes, cpu-time/job-done: 50 ms of work with 20 in each 100', () => {
  const told = passed(machine(1, group('a', 100, [on(0, jobs([10, 50], [15, 1]))], quota(20))), 300)
  expect(timesOf(told, 'cpu-time/job-comes')).toEqual([10, 15])
  expect(timesOf(told, 'cpu-time/quota-spent')).toEqual([30, 120])
  expect(timesOf(told, 'cpu-time/job-done')).toEqual([210, 211])
  const done = factsOf(
    told.map(([, reason]) => reason),
    'cpu-time/job-done',
    'a',
  )
  expect(done).toEqual({ took: ms(200), work: ms(50), threads: 1 })
})

test('cpu-time/job-comes: how many wait before it', () => {
  const told = passed(machine(1, group('a', 100, [on(0, jobs([10, 9], [12, 1], [14, 1]))])), 30)
  const waiting = told.flatMap(([, { rule, facts }]) =>
    rule === 'cpu-time/job-comes' ? [facts.waiting] : [],
  )
  expect(waiting).toEqual([0, 1, 2])
})

test('cpu-time/timer-starts, cpu-time/timer-stops: after a whole idle period, and on the same beat again', () => {
  const told = passed(machine(1, group('a', 100, [on(0, jobs([10, 5], [730, 5]))], quota(20))), 1100)
  expect(timesOf(told, 'cpu-time/timer-starts')).toEqual([10, 730])
  expect(timesOf(told, 'cpu-time/timer-stops')).toEqual([200, 900])
  expect(timesOf(told, 'cpu-time/period-begins')).toEqual([100, 800])
})

test('cpu-time/unspent-lost: without a burst all of it, with one what exceeds it', () => {
  const lost = (burst: number) => {
    const told = passed(machine(1, group('a', 100, [on(0, jobs([10, 35]))], quota(20, burst))), 300)
    return told.flatMap(([at, { rule, facts }]) =>
      rule === 'cpu-time/unspent-lost' ? [[at, facts.lost / 1000]] : [],
    )
  }
  tested.add('cpu-time/unspent-lost')
  // Without: 15 ms are done from 100 on. With: 40 ms in hand, 5 left over.
  expect(lost(0)).toEqual([
    [200, 5],
    [300, 20],
  ])
  expect(lost(20)).toEqual([[200, 5]])
})

test('cpu-time/burst-used: more than one quota in a period, out of what was kept', () => {
  const told = passed(machine(1, group('a', 100, [on(0, jobs([10, 35]))], quota(20, 20))), 150)
  const used = factsOf(
    told.map(([, reason]) => reason),
    'cpu-time/burst-used',
    'a',
  )
  expect(used).toEqual({ over: ms(15), bursts: 1 })
  expect(timesOf(told, 'cpu-time/job-done')).toEqual([45])
})

test('every rule has been put to the test above', () => {
  expect(Object.keys(rules).filter((rule) => !tested.has(rule as Rule))).toEqual([])
})
