/** What has happened, as moves replayed from the first state: going back is exact because nothing is ever undone. */

export type Told<State, Outcome, Reason> = {
  readonly state: State
  readonly outcome: Outcome
  readonly trace: readonly Reason[]
}

export type System<State, Move, Outcome, Reason> = {
  readonly step: (state: State, move: Move) => Told<State, Outcome, Reason>
  readonly enabled: (state: State) => readonly Move[]
}

/** The first frame has no move. */
export type Frame<State, Move, Outcome, Reason> = {
  readonly state: State
  readonly made?: { readonly move: Move; readonly outcome: Outcome; readonly trace: readonly Reason[] }
}

/** A list that is never empty: there is always a first state. */
export type Frames<F> = readonly [F, ...F[]]

export const begin = <S, M, O, R>(state: S): Frames<Frame<S, M, O, R>> => [{ state }]

/** The frame at an instant; beyond the end, the last. */
export const frameAt = <F>(frames: Frames<F>, now: number): F => frames[now] ?? frames.at(-1) ?? frames[0]

export const append = <S, M, O, R>(
  system: System<S, M, O, R>,
  frames: Frames<Frame<S, M, O, R>>,
  move: M,
): Frames<Frame<S, M, O, R>> => {
  const { state, outcome, trace } = system.step(frameAt(frames, frames.length).state, move)
  return [...frames, { state, made: { move, outcome, trace } }]
}

/** A model whose own moves never come to rest is cut here. */
const restLimit = 500

/** The move, then one by one what the system does by itself, until it rests. */
export const appendAndSettle = <S, M, O, R>(
  system: System<S, M, O, R>,
  frames: Frames<Frame<S, M, O, R>>,
  move: M,
): Frames<Frame<S, M, O, R>> => {
  let so = append(system, frames, move)
  for (let left = restLimit; left > 0; left--) {
    const [next] = system.enabled(frameAt(so, so.length).state)
    if (next === undefined) break
    so = append(system, so, next)
  }
  return so
}

export const keepUntil = <F>(frames: Frames<F>, now: number): Frames<F> => [
  frames[0],
  ...frames.slice(1, now + 1),
]
