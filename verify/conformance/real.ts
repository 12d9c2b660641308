/** The real thing behind a model, as a run puts cases to it: one at a time, several of them side by side. */
import type { Case } from '#conformance'

export type Real<Input, Action, Seen> = {
  /** why this case cannot be put here; undefined when it can */
  readonly lacks: (given: Case<Input, Action>) => string | undefined
  /** Throws where nothing could be observed. */
  readonly see: (given: Case<Input, Action>) => Promise<readonly Seen[]>
  readonly end: () => Promise<void>
}
