/** What a story widget is made of: a model, named programs for it, and how its moves are written in a link. */
import type { Scenario, Tale } from '#kit'
import type { System } from '../history.ts'

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
