/** Has a command run in a machine, as if it ran here: its input is this process's, and so is its end. */
import { connect } from 'node:net'
import { createDecoder, encode } from '#verify/targets/vm/wire.ts'
import type { Asked, Told } from './messages.ts'

export type Place = { host: string; port: number; word: string }

/** Resolves with its exit status. */
export function runThere({ host, port, word }: Place, command: readonly string[]): Promise<number> {
  const { stdin, stdout, stderr } = process
  const socket = connect(port, host)
  // A command may end before its input does.
  const ask = (asked: Asked, body?: Uint8Array) => void (socket.writable && socket.write(encode(asked, body)))
  let status: number | undefined
  const decode = createDecoder(({ head, body }) => {
    const told = head as Told
    if (told.kind === 'ended') status = told.code
    else (told.stream === 1 ? stdout : stderr).write(body)
  })
  socket.once('connect', () => {
    ask({ kind: 'run', word, command })
    stdin.on('data', (chunk: Buffer) => ask({ kind: 'input' }, chunk))
    stdin.once('end', () => ask({ kind: 'input-end' }))
  })
  socket.on('data', decode)
  return new Promise((resolve, reject) => {
    socket.once('error', (error) => {
      if (status === undefined) reject(new Error(`The machine does not answer: ${error.message}`))
    })
    socket.once('close', () => {
      stdin.destroy()
      if (status === undefined) reject(new Error('The machine ended before the command did.'))
      else resolve(status)
    })
  })
}
