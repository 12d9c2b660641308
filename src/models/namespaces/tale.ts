import type { Reason } from './rules.ts'
import type { Move, Outcome, State } from './types.ts'

/** What stories of this model are about; the ids are those of a widget's words. */
export type NamespacesTale<Ids extends { scenario: string; question: string; choice: string }> = Ids & {
  readonly state: State
  readonly move: Move
  readonly outcome: Outcome
  readonly reason: Reason
}
