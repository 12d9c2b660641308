/** One run: a worker, its messages, and the clock that ends it. */
import type { FromWorker, ToWorker } from '../messages.ts'

export const timeLimit = 5_000

export type Event = FromWorker | { readonly kind: 'out-of-time' } | { readonly kind: 'not-loaded' }
export type Job = { readonly stop: () => void }

export function startJob(source: string, tell: (event: Event) => void): Job {
  const worker = new Worker(new URL('../worker/worker.ts', import.meta.url), { type: 'module' })
  let clock: ReturnType<typeof setTimeout> | undefined

  const stop = () => {
    clearTimeout(clock)
    worker.terminate()
    worker.onmessage = null
  }
  const endWith = (event: Event) => {
    stop()
    tell(event)
  }
  worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'done' || data.kind === 'failed') return endWith(data)
    if (data.kind === 'started') clock = setTimeout(() => endWith({ kind: 'out-of-time' }), timeLimit)
    tell(data)
  }
  worker.onerror = () => endWith({ kind: 'not-loaded' })
  worker.postMessage({ source } satisfies ToWorker)
  return { stop }
}
