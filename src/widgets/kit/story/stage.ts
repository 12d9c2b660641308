/** What a story widget is made of: a model, named programs for it, and how its moves are written in a link. */
import type { Reason } from '#kit'
import type { System } from '../history.ts'

/** The types of one model and of the widget that tells its stories; the ids are those of the widget's words. */
export type Tale = {
  readonly state: unknown
  readonly move: unknown
  readonly outcome: { readonly is: string }
  readonly reason: Reason
  readonly scenario: string
  readonly question: string
  readonly choice: string
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

export type Stage<T extends Tale> = System<T['state'], T['move'], T['outcome'], T['reason']> & {
  /** the widget's name, for who has to correct a page */
  readonly widget: string
  /** the state that a story begins with */
  init(scenario?: T['scenario']): T['state']
  /** a move that nobody asked for */
  readonly isInternal: (move: T['move']) => boolean
  /** an outcome that says: this move was not possible at all */
  readonly isImpossible: (outcome: T['outcome']) => boolean
  readonly readMove: (text: string) => T['move'] | undefined
  readonly writeMove: (move: T['move']) => string
  /** fewest actors first; the first one opens */
  readonly scenarios: readonly Scenario<T>[]
}
