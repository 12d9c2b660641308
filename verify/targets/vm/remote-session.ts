/** A session in the guest, as the runner holds it. A machine that is gone is a command's end, not an error. */
import type { Closing, Order, Run, Session } from '../types.ts'
import { packFiles } from './pack-files.ts'
import { MachineLost, type Connection } from './machine/index.ts'

/** The guest ends a command in time itself; a guest that does not answer long after is as good as gone. */
const grace = 30_000

export async function openRemote(
  connection: Connection,
  order: Order,
  end: (why: string) => void,
): Promise<Session> {
  const { id, transcript } = order
  const { heads, contents } = packFiles(order.files)
  const { value } = await connection.ask({ call: 'open', id, transcript, files: heads }, contents)
  const session = value as number

  const run = async (command: string, timeout: number): Promise<Run> => {
    const started = performance.now()
    const timer = setTimeout(
      () => end(`the guest was silent for ${grace / 1000} s too long`),
      timeout + grace,
    )
    try {
      const answered = await connection.ask({ call: 'run', session, command, timeout })
      return { ...(answered.value as Omit<Run, 'output'>), output: answered.body }
    } catch (error) {
      if (!(error instanceof MachineLost)) throw error
      return {
        ended: 'lost',
        output: Buffer.from(`${error.message}\n`),
        dropped: 0,
        milliseconds: performance.now() - started,
      }
    } finally {
      clearTimeout(timer)
    }
  }
  const close = async (): Promise<Closing> => {
    try {
      return (await connection.ask({ call: 'close', session })).value as Closing
    } catch (error) {
      // What was in the machine went with it.
      if (error instanceof MachineLost) return { leftovers: [] }
      throw error
    }
  }
  let closing: Promise<Closing> | undefined
  return { run: (command, { timeout }) => run(command, timeout), close: () => (closing ??= close()) }
}
