import type { Outcome } from './outcome.ts'

export type Stage = {
  name: string
  about: string
  /** Stages that must have passed before, if they run at all. */
  needs: readonly string[]
  /** Stages that must only have ended. */
  after: readonly string[]
  run: () => Promise<Outcome>
}

export type Finished = { stage: Stage; outcome: Outcome; milliseconds: number }
