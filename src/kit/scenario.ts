/** Named programs for a model, with a question here and there that the model itself answers. */
import type { Reason } from './trace.ts'

/** The types of a model, and the ids of stories told of it. */
export type Tale = {
  readonly state: unknown
  readonly move: unknown
  readonly outcome: { readonly is: string }
  readonly reason: Reason
  readonly scenario: string
  readonly question: string
  readonly choice: string
}

/** Its ids, under which a widget keeps its words. */
export type Ids = Pick<Tale, 'scenario' | 'question' | 'choice'>

export type TaleOf<State, Move, Outcome extends Tale['outcome'], Why extends Reason, Of extends Ids> = Of & {
  readonly state: State
  readonly move: Move
  readonly outcome: Outcome
  readonly reason: Why
}

/** after: the state once everything that moves by itself has moved */
export type Holds<T extends Tale> = (after: T['state'], outcome: T['outcome']) => boolean

/** The model itself knows which choice holds. */
export type Question<T extends Tale> = {
  readonly id: T['question']
  readonly choices: Readonly<Partial<Record<T['choice'], Holds<T>>>>
}

export type Scenario<T extends Tale> = {
  readonly id: T['scenario']
  readonly steps: readonly (T['move'] & { readonly ask?: Question<T> })[]
}
