/**
 * Where the system moves by itself (a controller's turn, a timer, a tie), reality is free to take any order.
 * `explore` walks every order, within limits, and gives the states that may be seen.
 */

export type Machine<State, Move> = {
  readonly enabled: (state: State) => readonly Move[]
  readonly step: (state: State, move: Move) => { readonly state: State }
}

export type Limits = { readonly states: number; readonly depth: number }

export type Explored<State> = {
  /** every state that may be seen, by canonical key */
  readonly admissible: ReadonlyMap<string, State>
  /** those of them in which nothing more moves by itself */
  readonly settled: ReadonlyMap<string, State>
  /** false: a limit was met, and there are states that were not visited */
  readonly complete: boolean
}

const withKeysSorted = (value: unknown): unknown => {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(withKeysSorted)
  const sorted: Record<string, unknown> = {}
  for (const key of Object.keys(value).sort()) sorted[key] = withKeysSorted((value as typeof sorted)[key])
  return sorted
}

/** The same text for equal data, whatever the order of keys. Sorted first: a replacer takes more than twice as long. */
export const canonicalKey = (value: unknown): string => JSON.stringify(withKeysSorted(value))

export const explore = <State, Move>(
  start: State,
  machine: Machine<State, Move>,
  limits: Limits,
  keyOf: (state: State) => string = canonicalKey,
): Explored<State> => {
  const admissible = new Map([[keyOf(start), start]])
  const settled = new Map<string, State>()
  let edge = [...admissible]
  let complete = true
  for (let depth = 0; edge.length > 0; depth++) {
    const next: [string, State][] = []
    for (const [key, state] of edge) {
      const moves = machine.enabled(state)
      if (moves.length === 0) settled.set(key, state)
      for (const move of moves) {
        const after = machine.step(state, move).state
        const afterKey = keyOf(after)
        if (admissible.has(afterKey)) continue
        if (admissible.size >= limits.states || depth >= limits.depth) {
          complete = false
          continue
        }
        admissible.set(afterKey, after)
        next.push([afterKey, after])
      }
    }
    edge = next
  }
  return { admissible, settled, complete }
}
