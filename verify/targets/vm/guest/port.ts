/** The agent's end of the channel: a virtio port, which the kernel gives as a character device to one opener. */
import { closeSync, openSync, read, write } from 'node:fs'
import { promisify } from 'node:util'
import { createDecoder, encode, type Message } from '../wire.ts'

const readSome = promisify(read)
const writeSome = promisify(write)

export type Port = { send(head: unknown, body?: Uint8Array): void }

/** `ended`: the runner has closed its end, or died. */
export function openPort(path: string, tell: (message: Message) => void, ended: () => void): Port {
  const fd = openSync(path, 'r+')
  const decode = createDecoder(tell)
  const buffer = Buffer.alloc(64 * 1024)
  const listen = async () => {
    for (;;) {
      const { bytesRead } = await readSome(fd, buffer, 0, buffer.length, null)
      if (bytesRead === 0) return
      decode(Buffer.from(buffer.subarray(0, bytesRead)))
    }
  }
  void listen().then(ended, ended)

  const writeAll = async (bytes: Buffer) => {
    for (let done = 0; done < bytes.length;)
      done += (await writeSome(fd, bytes, done, bytes.length - done, null)).bytesWritten
  }
  let written = Promise.resolve()
  return {
    send(head, body) {
      const bytes = encode(head, body)
      written = written.then(() => writeAll(bytes)).catch(() => closeSync(fd))
    },
  }
}
