/** Gathers texts and hands them on once a frame: a flood of lines costs the page one change, not thousands. */
export type Batch = { readonly add: (text: string) => void; readonly flush: () => void }

export function makeBatch(append: (text: string) => void, nextFrame: (then: () => void) => unknown): Batch {
  let waiting: string[] = []

  const flush = () => {
    const text = waiting.join('')
    waiting = []
    if (text) append(text)
  }
  return {
    add(text) {
      waiting.push(text)
      if (waiting.length === 1) nextFrame(flush)
    },
    flush,
  }
}
