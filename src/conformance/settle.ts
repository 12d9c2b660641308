/** A program's actions, and what the system does of itself behind each of them until it comes to rest. */

type Stepped<State, Rule> = {
  readonly state: State
  readonly trace: readonly { readonly rule: Rule }[]
}

export type Settling<State, Move, Rule> = {
  /** what the system may do of itself */
  readonly enabled: (state: State) => readonly Move[]
  readonly step: (state: State, move: Move) => Stepped<State, Rule>
}

export type Settled<State, Rule> = { readonly state: State; readonly rules: readonly Rule[] }

export const settleTelling = <State, Move, Rule>(
  system: Settling<State, Move, Rule>,
  { state, trace }: Stepped<State, Rule>,
): Settled<State, Rule> => {
  const rules = trace.map(({ rule }) => rule)
  const [next] = system.enabled(state)
  if (next === undefined) return { state, rules }
  const rest = settleTelling(system, system.step(state, next))
  return { state: rest.state, rules: [...rules, ...rest.rules] }
}

/** The moves of a story, as a link to a widget holds them. */
export const movesOf = <State, Move, Rule>(
  system: Settling<State, Move, Rule>,
  from: State,
  actions: readonly Move[],
): readonly Move[] => {
  const moves: Move[] = []
  let state = from
  for (const action of actions) {
    for (let next: Move | undefined = action; next !== undefined; [next] = system.enabled(state)) {
      moves.push(next)
      state = system.step(state, next).state
    }
  }
  return moves
}
