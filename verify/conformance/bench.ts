/** A model, and the hands that put its cases to the real thing. */
import type { Subject, Target } from '#conformance'
import type { Place } from './place.ts'
import type { Real } from './real.ts'

export type Bench<Input, Action, Seen> = {
  readonly subject: Subject<Input, Action, Seen>
  /** where there is a real thing to put it to; the first is meant where none is named */
  readonly targets: readonly [Target, ...Target[]]
  /** how many cases a run has where none are asked for; 2,000 without it */
  readonly cases?: number
  /** As many hands as can work side by side there; the same one may stand for several. */
  readonly open: (place: Place) => readonly Real<Input, Action, Seen>[]
}

/** A bench whose types only it knows. */
export type AnyBench = <Result>(
  use: <Input, Action, Seen>(bench: Bench<Input, Action, Seen>) => Result,
) => Result

export const hideTypes =
  <Input, Action, Seen>(bench: Bench<Input, Action, Seen>): AnyBench =>
  (use) =>
    use(bench)
