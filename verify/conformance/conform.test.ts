/** A run from end to end, the kernel played by the model itself: what is planted must be found, shrunk and told. */
import { expect, test, vi } from 'vitest'
import type { Case, Subject as AnySubject } from '#conformance'
import { readMove, type Action, type Input } from '#models/namespaces'
import { readCall, type Call } from './arguments.ts'
import { conform } from './conform.ts'
import { subject as cpuTime } from './cpu-time/subject.ts'
import type { Seen } from './namespaces/seen.ts'
import { whyUnmeasurable } from './measurable.ts'
import { subject as namespaces } from './namespaces/subject.ts'
import type { Real } from './real.ts'

// Three hundred programs are played four times over; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000 })

type Subject = AnySubject<Input, Action, Seen>
type Kernel = Real<Input, Action, Seen>
type Given = Case<Input, Action>

const kernel: Kernel = {
  lacks: () => undefined,
  see: (given: Given) => Promise.resolve(namespaces.predict(given).seen),
  end: () => Promise.resolve(),
}

const environment = {
  ...{ kernel: '6.18', architecture: 'x86_64', distribution: 'Debian', bash: '5.2' },
  ...({ cgroup: 'v1', user: 'user' } as const),
}

const callOf = (...args: string[]): Call => {
  const call = readCall(args, ['namespaces'])
  if (!call) throw new Error('help was asked for')
  return call
}

const run = async (subject: Subject, real: Kernel = kernel) => {
  const lines: string[] = []
  const site = {
    hands: [real, real],
    environment,
    say: (line: string) => lines.push(line),
    progress: () => {},
  }
  const agreed = await conform(subject, site, {
    target: 'host',
    seed: 1,
    cases: 300,
    record: false,
    add: false,
  })
  return { agreed, lines }
}

/** As if a zombie could not be signalled any more. */
const faulty: Subject = {
  ...namespaces,
  predict: (given) => {
    const { seen, ...rest } = namespaces.predict(given)
    const kills = (at: number) => given.actions[at]?.do === 'kill'
    const dead = (at: number) => JSON.stringify(seen[at - 1] ?? '').includes('"Z"')
    const lie = { outcome: { is: 'error', errno: 'ESRCH' } } as const
    return { ...rest, seen: seen.map((one, at) => (kills(at) && dead(at) ? { ...one, ...lie } : one)) }
  },
}

test('a model that is right agrees', async () => {
  const { agreed, lines } = await run(namespaces)
  expect(agreed).toBe(true)
  expect(lines.join('\n')).toContain('300 agree · 0 differ · 0 declared · 0 not applicable')
})

test('a planted fault is found, shrunk to what it takes, and told as a scenario and a link', async () => {
  const { agreed, lines } = await run(faulty)
  expect(agreed).toBe(false)
  const text = lines.join('\n')
  // Someone is born or there already, ends, and another signals; what else the first cases drawn need stays.
  const sizes = [...text.matchAll(/the smallest that does has (\d+) actions:/g)].map(([, size]) =>
    Number(size),
  )
  expect(sizes).toHaveLength(3)
  expect(Math.min(...sizes)).toBeLessThan(4)
  expect(Math.max(...sizes)).toBeLessThan(8)
  expect(text).toMatch(/→ \{"do":"kill"/)
  const link = /\/namespaces\/#pids-at-every-depth=first-born\.\d+\.0\.(\S+)/.exec(text)?.[1]
  expect(link?.split('.').every((move) => readMove(move) !== undefined)).toBe(true)
})

test('a case that nothing could be seen of is no agreement: the run ends, and says which', async () => {
  const lost: Kernel = { ...kernel, see: () => Promise.reject(new Error('the actors ended')) }
  await expect(run(namespaces, lost)).rejects.toThrow(/case \d+: nothing could be observed: the actors ended/)
})

test('a case that cannot be put here is counted apart', async () => {
  const poor: Kernel = {
    ...kernel,
    lacks: ({ input }: Given) => (input.ids > 1 ? 'no root' : undefined),
  }
  const { agreed, lines } = await run(namespaces, poor)
  expect(agreed).toBe(true)
  expect(lines.join('\n')).toMatch(/ 0 differ · 0 declared · 1\d\d not applicable/)
})

test.each([
  [['cgroups'], /expected a model \(namespaces\), got "cgroups"/],
  [['--cases', '0'], /--cases: expected at least 1/],
  [['--seed', 'x'], /--seed: expected a whole number/],
  [['--target', 'moon'], /--target: expected host, vm, vm-v1, k3s, got "moon"/],
  [['--nonsense'], /nonsense/],
])('the call %o is wrong', (args, message) => {
  expect(() => callOf(...args)).toThrow(message)
})

test('CPU time is not measured on an emulated processor; what is not measured may run there', () => {
  expect(whyUnmeasurable(cpuTime, { accelerator: 'tcg' })).toMatch(/emulated/)
  expect(whyUnmeasurable(cpuTime, { accelerator: 'kvm' })).toBeUndefined()
  expect(whyUnmeasurable(cpuTime, {})).toBeUndefined()
  expect(whyUnmeasurable(namespaces, { accelerator: 'tcg' })).toBeUndefined()
})
