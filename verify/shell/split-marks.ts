/**
 * Cuts a terminal's stream at the marks that the report function prints. A mark may arrive in pieces: what could
 * become one is held back until it is decided. Pure but for what it holds back.
 */
import { terminalMark } from './report.ts'

export type MarkSplitter = (bytes: Uint8Array) => ({ output: Uint8Array } | { mark: string })[]

export function createMarkSplitter(token: string): MarkSplitter {
  const start = Buffer.from(terminalMark(token, '').slice(0, -1), 'latin1')
  let held: Buffer = Buffer.alloc(0)
  return (bytes) => {
    const parts: ({ output: Uint8Array } | { mark: string })[] = []
    let rest = Buffer.concat([held, bytes])
    for (;;) {
      const at = rest.indexOf(start)
      const end = at < 0 ? -1 : rest.indexOf(0x07, at + start.length)
      if (end < 0) {
        const keep = at < 0 ? endsLike(rest, start) : rest.length - at
        parts.push({ output: rest.subarray(0, rest.length - keep) })
        held = rest.subarray(rest.length - keep)
        return parts
      }
      parts.push({ output: rest.subarray(0, at) })
      parts.push({ mark: rest.toString('latin1', at + start.length, end) })
      rest = rest.subarray(end + 1)
    }
  }
}

/** How many bytes at the end are a beginning of the pattern. */
function endsLike(bytes: Buffer, pattern: Buffer): number {
  for (let length = Math.min(bytes.length, pattern.length - 1); length > 0; length -= 1)
    if (bytes.subarray(bytes.length - length).equals(pattern.subarray(0, length))) return length
  return 0
}
