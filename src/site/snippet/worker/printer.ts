/**
 * What the snippet prints, up to a limit. Each print is sent at once rather than in batches: a loop that never ends
 * never gives the time to send what is left, and its last line is the one that tells. The page draws in batches.
 */
import type { FromWorker, Stream } from '../messages.ts'

export const limits = { lines: 2_000, characters: 200_000, reportEvery: 100 } as const

type Printer = {
  readonly print: (to: Stream, format: () => string) => void
  /** Tells how many lines were dropped since it was last told. */
  readonly finish: () => void
}

export function makePrinter(post: (message: FromWorker) => void, now: () => number): Printer {
  let lines = 0
  let characters = 0
  let dropped = 0
  let told = 0
  let toldAt = -Infinity

  const tellDropped = () => {
    if (dropped > told) post({ kind: 'dropped', count: dropped })
    told = dropped
    toldAt = now()
  }
  const isFull = () => lines >= limits.lines || characters >= limits.characters

  return {
    print(to, format) {
      if (isFull()) {
        dropped += 1
        if (now() - toldAt >= limits.reportEvery) tellDropped()
        return
      }
      const all = format().split('\n')
      const kept = all.slice(0, limits.lines - lines)
      const text = kept.join('\n').slice(0, limits.characters - characters)
      lines += kept.length
      characters += text.length
      dropped += all.length - kept.length
      post({ kind: 'printed', to, text: `${text}\n` })
    },
    finish: tellDropped,
  }
}
