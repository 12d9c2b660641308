import type { Facts, LeftOut, Rule } from '#models/cpu-time'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  /** a part of a CPU, or of several */
  readonly share: (cpus: number) => string
  readonly time: (microseconds: number) => string
  readonly leftOut: Readonly<Record<LeftOut, string>>
}
