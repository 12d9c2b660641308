import type { Outcome } from './outcome.ts'

export type Stage = {
  name: string
  about: string
  /** Stages that must have ended before, if they run at all; where one of `builds` failed, this one is not reached. */
  after: readonly string[]
  run: () => Promise<Outcome>
}

export type Finished = { stage: Stage; outcome: Outcome; milliseconds: number }
