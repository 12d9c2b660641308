/** Puts mutants to a model's records in a worker, which is replaced when a mutant runs for ever or takes all memory. */
import { Worker } from 'node:worker_threads'
import type { Mutant } from './operators.ts'

/** A mutant that has not come back by then runs for ever: that is noticed too. */
const usualPatience = 60_000

type Course = { readonly progress?: (done: number) => void; readonly patience?: number }

/** Resolves with the numbers of those that nobody noticed. */
export const findSurvivors = (
  model: string,
  mutants: readonly Mutant[],
  { progress = () => {}, patience = usualPatience }: Course = {},
): Promise<readonly number[]> =>
  new Promise((resolve, reject) => {
    const survivors: number[] = []
    const startAt = (from: number): void => {
      if (from >= mutants.length) return resolve(survivors)
      let next = from
      let timer: NodeJS.Timeout | undefined
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { model, mutants, from },
      })
      const wait = () => {
        clearTimeout(timer)
        timer = setTimeout(() => void worker.terminate().then(() => startAt(next + 1)), patience)
      }
      wait()
      worker.on('message', ({ number, killed }: { number: number; killed: boolean }) => {
        if (!killed) survivors.push(number)
        next = number + 1
        progress(next)
        if (next < mutants.length) return wait()
        clearTimeout(timer)
        void worker.terminate().then(() => resolve(survivors))
      })
      worker.once('error', (error: NodeJS.ErrnoException) => {
        clearTimeout(timer)
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') startAt(next + 1)
        else reject(error)
      })
    }
    startAt(0)
  })
