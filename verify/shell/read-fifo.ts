/** Reads the engine's end of a FIFO: as data arrives, and at once whatever is in it. */
import { readSync } from 'node:fs'
import { Socket } from 'node:net'

export type FifoReader = {
  /** Hands over what is in the FIFO now. */
  drain(): void
  close(): void
}

const chunk = 65_536
/** The largest pipe that Linux grants; a job that never stops printing must not hold the engine. */
const largestPipe = 1_048_576

export function readFifo(fd: number, onBytes: (bytes: Uint8Array) => void, onEnd?: () => void): FifoReader {
  const buffer = Buffer.alloc(chunk)
  let open = true
  const socket = new Socket({
    fd,
    readable: true,
    writable: false,
    onread: {
      buffer,
      callback: (length: number) => {
        onBytes(buffer.subarray(0, length))
        return true
      },
    },
  })
  const ended = () => {
    if (open) onEnd?.()
    open = false
  }
  socket.once('end', ended).once('close', ended).on('error', ended)
  const spare = Buffer.alloc(chunk)
  return {
    drain() {
      for (let read = 0; open && read < largestPipe;) {
        const length = readNow(fd, spare)
        if (length > 0) onBytes(spare.subarray(0, length))
        // A pipe gives all it holds: less than was asked for means that it is empty.
        if (length < chunk) return
        read += length
      }
    },
    close() {
      open = false
      socket.destroy()
    },
  }
}

/** 0 where nothing is there, or nobody writes any more. The error's stack, read by nobody, would cost more than the read. */
function readNow(fd: number, into: Buffer): number {
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 0
  try {
    return readSync(fd, into)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0
    throw error
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}
