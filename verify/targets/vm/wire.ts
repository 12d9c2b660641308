/**
 * Messages between the runner and the agent in the guest: JSON, with bytes beside it, since outputs are not text.
 * A frame is two lengths of four bytes, then the JSON, then the bytes.
 */
export type Message = { head: unknown; body: Uint8Array }

const empty = new Uint8Array()

/** Far beyond an output and a transcript's files; a guest's root may claim any length. */
const largest = 256 * 1024 * 1024

export function encode(head: unknown, body: Uint8Array = empty): Buffer {
  const text = Buffer.from(JSON.stringify(head))
  const lengths = Buffer.alloc(8)
  lengths.writeUInt32BE(text.length, 0)
  lengths.writeUInt32BE(body.length, 4)
  return Buffer.concat([lengths, text, body])
}

/** Takes bytes as they come, and tells of each message once it is whole. */
export function createDecoder(tell: (message: Message) => void): (bytes: Buffer) => void {
  let chunks: Buffer[] = []
  let length = 0
  let wanted = 8
  return (bytes) => {
    chunks.push(bytes)
    length += bytes.length
    if (length < wanted) return
    let rest = Buffer.concat(chunks)
    for (;;) {
      wanted = rest.length < 8 ? 8 : 8 + rest.readUInt32BE(0) + rest.readUInt32BE(4)
      if (wanted > largest) throw new RangeError(`expected at most ${largest} bytes, got ${wanted}`)
      if (rest.length < wanted) break
      const split = 8 + rest.readUInt32BE(0)
      tell({ head: JSON.parse(rest.toString('utf8', 8, split)), body: rest.subarray(split, wanted) })
      rest = rest.subarray(wanted)
    }
    chunks = [rest]
    length = rest.length
  }
}
