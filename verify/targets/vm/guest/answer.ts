/** Answers one question. A session's commands do not overlap, but sessions do. */
import { createHostTarget } from '../../host/index.ts'
import type { Session, SuppliedFile } from '../../types.ts'
import type { Answer, Asked, FileHead, Question } from '../questions.ts'
import type { Message } from '../wire.ts'

type Value = { value: unknown; body?: Uint8Array }

export function createAnswerer(
  target = createHostTarget(),
): (message: Message) => Promise<{ head: Answer; body?: Uint8Array }> {
  const sessions = new Map<number, Session>()
  let opened = 0

  const find = (number: number): Session => {
    const session = sessions.get(number)
    if (!session) throw new Error(`expected an open session, got number ${number}`)
    return session
  }
  const reply = async (question: Question, body: Uint8Array): Promise<Value> => {
    switch (question.call) {
      case 'probe':
        return { value: await target.probe() }
      case 'lacks':
        return { value: (await target.lacks(question.header)) ?? null }
      case 'open': {
        const { id, transcript } = question
        const session = await target.open({
          id,
          transcript,
          files: divide(question.files, body),
          keep: false,
        })
        opened += 1
        sessions.set(opened, session)
        return { value: opened }
      }
      case 'run': {
        const { output, ...run } = await find(question.session).run(question.command, {
          timeout: question.timeout,
        })
        return { value: run, body: output }
      }
      case 'close': {
        const closing = await find(question.session).close()
        sessions.delete(question.session)
        return { value: closing }
      }
    }
  }
  return async ({ head, body }) => {
    const { number, question } = head as Asked
    try {
      const { value, body: bytes } = await reply(question, body)
      return { head: { kind: 'value', number, value }, ...(bytes ? { body: bytes } : {}) }
    } catch (error) {
      return {
        head: { kind: 'error', number, message: error instanceof Error ? error.message : String(error) },
      }
    }
  }
}

function divide(heads: readonly FileHead[], body: Uint8Array): SuppliedFile[] {
  let start = 0
  return heads.map(({ path, mode, size }) => {
    start += size
    return { path, mode, content: body.subarray(start - size, start) }
  })
}
