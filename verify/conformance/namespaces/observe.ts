/** What the actors said, in the model's words. */
import { namespaces } from '#conformance'

type Said = { steps: unknown[]; selves: unknown } | { lost: string }

export type Observation = ReturnType<typeof namespaces.seenSchema.parse>[]

/** Throws where the driver lost its way: that is no observation. */
export const observe = (said: unknown): Observation => {
  const line = said as Said
  if ('lost' in line) throw new Error(line.lost)
  return [...line.steps, { selves: line.selves }].map((seen) => namespaces.seenSchema.parse(seen))
}
