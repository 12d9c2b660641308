import type { Facts, Fault, LeftOut, Level, PodId, Rule } from '#models/pod-cgroups'

/** The model's ids in the words of one language. Text between backticks is code. */
export type Wording = {
  readonly reasons: { readonly [R in Rule]: (subject: string, facts: Facts[R]) => string }
  readonly levels: Readonly<Record<Level, string>>
  readonly faults: { readonly [F in Fault['is']]: (fault: Fault) => string }
  readonly leftOut: Readonly<Record<LeftOut, string>>
  readonly pods: Readonly<Record<PodId, { readonly name: string; readonly about: string }>>
}
