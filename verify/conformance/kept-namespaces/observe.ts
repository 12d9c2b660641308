/** What the actors said, in the model's words. */
import { seenSchema, type Seen } from './seen.ts'

type Said = { steps: unknown[] } | { lost: string }

/** Throws where the driver lost its way: that is no observation. */
export const observe = (said: unknown): readonly Seen[] => {
  const line = said as Said
  if ('lost' in line) throw new Error(line.lost)
  return line.steps.map((seen) => seenSchema.parse(seen))
}
