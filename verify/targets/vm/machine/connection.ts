/** Questions to the agent and its answers, by number, over a stream that QEMU carries into the guest. */
import type { Duplex } from 'node:stream'
import { createDecoder, encode } from '../wire.ts'
import type { Answer, Question } from '../questions.ts'

export type Answered = { value: unknown; body: Uint8Array }

export type Connection = {
  /** The agent's first word. */
  ready: Promise<void>
  /** Rejects with the agent's error, or with `MachineLost`. */
  ask(question: Question, body?: Uint8Array): Promise<Answered>
  /** Nothing more will come; says why to those who wait. */
  lose(why: string): void
}

export class MachineLost extends Error {}

type Waiting = { resolve: (answered: Answered) => void; reject: (error: Error) => void }

export function connect(stream: Duplex): Connection {
  const waiting = new Map<number, Waiting>()
  let lost: MachineLost | undefined
  let number = 0
  let greet: () => void
  const ready = new Promise<void>((resolve) => (greet = resolve))
  const lose = (why: string) => {
    lost ??= new MachineLost(why)
    for (const { reject } of waiting.values()) reject(lost)
    waiting.clear()
  }
  const decode = createDecoder(({ head, body }) => {
    const answer = head as Answer
    if (answer.kind === 'ready') return greet()
    const asker = waiting.get(answer.number)
    waiting.delete(answer.number)
    if (answer.kind === 'error') asker?.reject(new Error(answer.message))
    else asker?.resolve({ value: answer.value, body })
  })
  // A guest's root may write to the channel too: what makes no sense ends the machine, not the runner.
  stream.on('data', (bytes: Buffer) => {
    try {
      decode(bytes)
    } catch {
      lose('the agent said what is no message')
      stream.destroy()
    }
  })
  stream.on('error', () => lose('the channel to the agent broke'))
  return {
    ready,
    lose,
    ask(question, body) {
      if (lost) return Promise.reject(lost)
      number += 1
      stream.write(encode({ number, question }, body))
      return new Promise((resolve, reject) => waiting.set(number, { resolve, reject }))
    },
  }
}
