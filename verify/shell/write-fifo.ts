import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** Writes all of it to a FIFO that may be full: a command may be longer than a pipe holds. */
export async function writeFifo(fd: number, text: string, wanted: () => boolean): Promise<void> {
  let rest: Uint8Array = Buffer.from(text)
  while (rest.length > 0 && wanted()) {
    const written = writeNow(fd, rest)
    rest = rest.subarray(written)
    if (written === 0) await sleep(1)
  }
}

function writeNow(fd: number, bytes: Uint8Array): number {
  try {
    return writeSync(fd, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0
    throw error
  }
}
