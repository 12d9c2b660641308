/**
 * Answers one question. Sessions are the host's; its watchdog is not needed, since what a machine leaves goes with it.
 * A session's commands do not overlap, but sessions do.
 */
import { enterSandbox, makeRunFolder, shapeOf } from '#verify/sandbox/index.ts'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { openSession } from '../../host/open-session.ts'
import { probeHost } from '../../host/probe.ts'
import type { Session } from '../../types.ts'
import { unpackFiles } from '../pack-files.ts'
import type { Answer, Asked, Question } from '../questions.ts'
import type { Message } from '../wire.ts'

type Value = { value: unknown; body?: Uint8Array }

export function createAnswerer(): (message: Message) => Promise<{ head: Answer; body?: Uint8Array }> {
  const sessions = new Map<number, Session>()
  const folder = makeRunFolder()
  let opened = 0

  const find = (number: number): Session => {
    const session = sessions.get(number)
    if (!session) throw new Error(`expected an open session, got number ${number}`)
    return session
  }
  const reply = async (question: Question, body: Uint8Array): Promise<Value> => {
    switch (question.call) {
      case 'probe':
        return { value: await probeHost() }
      case 'open': {
        const { id, transcript } = question
        const number = ++opened
        const order = { id, transcript, files: unpackFiles(question.files, body), keep: false }
        const session = await openSession(join(folder, String(number)), order)
        sessions.set(number, session)
        return { value: number }
      }
      case 'run': {
        const { output, ...run } = await find(question.session).run(question.command, {
          timeout: question.timeout,
        })
        return { value: run, body: output }
      }
      case 'enter': {
        const { rows, columns } = question
        execFileSync('stty', ['rows', String(rows), 'cols', String(columns)], { stdio: 'inherit' })
        // Ctrl-C is for the shell.
        process.on('SIGINT', () => {})
        const shape = shapeOf(question.transcript.header)
        const files = unpackFiles(question.files, body)
        return { value: await enterSandbox({ folder: join(folder, 'enter'), shape, files, keep: false }) }
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
