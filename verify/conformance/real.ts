/** The real thing behind a model, as a run puts cases to it: one at a time, several of them side by side. */
import type { Case, Subject } from '#conformance'

type Parts<S> = S extends Subject<infer Input, infer Action, infer Seen> ? [Input, Action, Seen] : never

export type Real<S> = {
  /** why this case cannot be put here; undefined when it can */
  readonly lacks: (given: Case<Parts<S>[0], Parts<S>[1]>) => string | undefined
  /** Throws where nothing could be observed. */
  readonly see: (given: Case<Parts<S>[0], Parts<S>[1]>) => Promise<readonly Parts<S>[2][]>
  readonly end: () => Promise<void>
}
