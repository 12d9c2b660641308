import type * as kit from '#kit'
import type { Reason } from './rules.ts'
import type { Move, Outcome, State } from './types.ts'

/** What stories of this model are about. */
export type NamespacesTale<Ids extends kit.Ids> = kit.TaleOf<State, Move, Outcome, Reason, Ids>
