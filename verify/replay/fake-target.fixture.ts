/** A target without a machine: says what a table says, and keeps account of how it was used. */
import { parseTranscript, type Transcript } from '#transcript'
import type { Availability, Closing, Order, Run, Session, Target } from '../targets/types.ts'
import type { Clock, Loaded } from './types.ts'

export const printed = (output: string, exit = 0): Run => ({
  ended: 'done',
  output: Buffer.from(output),
  dropped: 0,
  exit,
  milliseconds: 1,
})

export type Answer = (command: string, options: { timeout: number }) => Run | Promise<Run>

export type FakeOptions = {
  name?: 'host' | 'vm'
  available?: Availability
  lacks?: string
  closing?: Closing
  open?: () => void
}

export function fakeTarget(answer: Answer, options: FakeOptions = {}) {
  const { name = 'host', available = { ok: true }, closing = { leftovers: [] } } = options
  const account = {
    opened: [] as Order[],
    commands: [] as string[],
    timeouts: [] as number[],
    closed: 0,
    ended: 0,
  }
  const target: Target = {
    name,
    available: () => Promise.resolve(available),
    probe: () =>
      Promise.resolve({
        environment: {
          kernel: '6.18.0',
          architecture: 'x86_64',
          distribution: 'Debian 12',
          cgroup: 'v1',
          bash: '5.2',
          user: 'root',
        },
        facts: { kernel: '6.18.0', cgroup: 'v1', target: name, arch: 'x86_64', bash: '5.2', user: 'root' },
      }),
    lacks: () => Promise.resolve(options.lacks),
    async open(order): Promise<Session> {
      account.opened.push(order)
      options.open?.()
      return {
        run(command: string, given: { timeout: number }) {
          account.commands.push(command)
          account.timeouts.push(given.timeout)
          return Promise.resolve(answer(command, given))
        },
        close() {
          account.closed += 1
          return Promise.resolve(closing)
        },
      }
    },
    close() {
      account.ended += 1
      return Promise.resolve()
    },
  }
  return { target, account }
}

/** A shell that knows `echo` alone. */
export const echo: Answer = (command) => printed(`${command.replace(/^echo /, '')}\n`)

/** Time that passes only by sleeping. */
export function fakeClock(): Clock & { slept: number[] } {
  const slept: number[] = []
  let now = 0
  return {
    slept,
    now: () => now,
    date: () => new Date(Date.UTC(2026, 10, 21) + now),
    sleep(milliseconds) {
      slept.push(milliseconds)
      now += milliseconds
      return Promise.resolve()
    },
  }
}

export function transcriptOf(source: string): Transcript {
  const parsed = parseTranscript(source, 'demo/a.transcript')
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.transcript
}

/** `body` is what stands below `== one`. */
export const loadedOf = (body: string, header = 'targets: host', id = 'demo/a'): Loaded => ({
  id,
  transcript: transcriptOf(`${header}\n---\n== one\n${body}`),
  folder: '/nowhere',
  files: [],
})
