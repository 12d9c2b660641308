/** A person's own terminal on a guest's: bytes go both ways, the guest's terminal does the rest. */
import type { Order } from '../types.ts'
import { MachineLost, type Machine } from './machine/index.ts'
import { packFiles } from './pack-files.ts'

export async function enterMachine({ connection, terminal }: Machine, order: Order): Promise<number> {
  const { stdin, stdout } = process
  const { heads, contents } = packFiles(order.files)
  const { rows = 24, columns = 80 } = stdout
  if (!terminal) throw new Error('vm: expected a machine with a terminal')
  if (stdin.isTTY) stdin.setRawMode(true)
  stdin.pipe(terminal)
  terminal.pipe(stdout, { end: false })
  try {
    const question = { call: 'enter', transcript: order.transcript, files: heads, rows, columns } as const
    return (await connection.ask(question, contents)).value as number
  } catch (error) {
    if (error instanceof MachineLost) return 1
    throw error
  } finally {
    stdin.unpipe(terminal)
    if (stdin.isTTY) stdin.setRawMode(false)
    stdin.pause()
  }
}
