/** Counts the timers that are still to fire, so that a run ends when Node's would: with nothing left to do. */
export function watchTimers(
  scope: typeof globalThis,
  onIdle: () => void,
): { readonly pending: () => number } {
  const { setTimeout, setInterval, clearTimeout } = scope
  const waiting = new Set<unknown>()

  const settle = (id: unknown) => {
    if (waiting.delete(id) && waiting.size === 0) onIdle()
  }
  const clear = (id: number | undefined) => {
    clearTimeout(id)
    settle(id)
  }
  Object.assign(scope, {
    setTimeout(handler: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) {
      const id: unknown = setTimeout(() => {
        try {
          handler(...values)
        } finally {
          settle(id)
        }
      }, delay)
      waiting.add(id)
      return id
    },
    setInterval(handler: (...values: unknown[]) => void, delay?: number, ...values: unknown[]) {
      const id: unknown = setInterval(handler, delay, ...values)
      waiting.add(id)
      return id
    },
    clearTimeout: clear,
    clearInterval: clear,
  })
  return { pending: () => waiting.size }
}
