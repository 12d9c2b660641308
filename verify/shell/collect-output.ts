/** Keeps the first bytes of what a command prints and counts the rest. */
export type Collected = { output: Buffer; dropped: number }

export type Collector = {
  push(bytes: Uint8Array): void
  /** What was collected since the last call. */
  take(): Collected
}

export function createCollector(limit: number): Collector {
  let chunks: Uint8Array[] = []
  let kept = 0
  let dropped = 0
  return {
    push(bytes) {
      const part = bytes.subarray(0, Math.max(0, limit - kept))
      if (part.length > 0) chunks.push(Uint8Array.from(part))
      kept += part.length
      dropped += bytes.length - part.length
    },
    take() {
      const collected = { output: Buffer.concat(chunks), dropped }
      chunks = []
      kept = 0
      dropped = 0
      return collected
    },
  }
}
