/** Puts mutants to a model's records in a worker, which is replaced when a mutant runs for ever or takes all memory. */
import { Worker } from 'node:worker_threads'
import type { Mutant } from './operators.ts'
import type { Word } from './word.ts'

/**
 * A mutant that has not come back by then runs for ever: that is noticed too. A step is one recorded case, or one
 * second reading: the slowest takes a second.
 */
const usualPatience = { step: 12_000, mutant: 60_000 }

type Course = { readonly progress?: (done: number) => void; readonly patience?: typeof usualPatience }

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
      const worker = new Worker(new URL('./worker.ts', import.meta.url), {
        workerData: { model, mutants, from },
      })
      const timers: { [of in keyof typeof patience]?: NodeJS.Timeout } = {}
      const stopWaiting = () => Object.values(timers).forEach(clearTimeout)
      const goOn = () => {
        stopWaiting()
        void worker.terminate().then(() => startAt(next + 1))
      }
      const wait = (of: keyof typeof patience) => {
        clearTimeout(timers[of])
        timers[of] = setTimeout(goOn, patience[of])
      }
      wait('mutant')
      worker.on('message', (word: Word) => {
        if (word.is === 'step') return wait('step')
        if (!word.killed) survivors.push(next)
        next++
        progress(next)
        stopWaiting()
        if (next < mutants.length) return wait('mutant')
        void worker.terminate().then(() => resolve(survivors))
      })
      worker.once('error', (error: NodeJS.ErrnoException) => {
        stopWaiting()
        if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') startAt(next + 1)
        else reject(error)
      })
    }
    startAt(0)
  })
