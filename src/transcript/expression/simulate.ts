/** Runs an automaton over a text from many starts at once: cost text × states, whatever the starts. */
import type { Automaton, Closure } from './automaton.ts'

/** A set of positions in a text: one cell a position, the end included. */
export type Positions = Uint8Array

/** All ends of matches that begin at one of `starts`. */
export function reach(automaton: Automaton, text: string, starts: Positions): Positions {
  const ends = new Uint8Array(text.length + 1)
  const active = new ActiveStates(automaton)
  for (let at = 0; at <= text.length; at += 1) {
    if (starts[at]) active.add(automaton.start)
    if (active.accepts) ends[at] = 1
    if (at < text.length) active.read(text.charCodeAt(at))
  }
  return ends
}

/** All starts of matches that end at one of `ends`; the automaton must be the backward one. */
export function reachBack(automaton: Automaton, text: string, ends: Positions): Positions {
  const starts = new Uint8Array(text.length + 1)
  const active = new ActiveStates(automaton)
  for (let at = text.length; at >= 0; at -= 1) {
    if (ends[at]) active.add(automaton.start)
    if (active.accepts) starts[at] = 1
    if (at > 0) active.read(text.charCodeAt(at - 1))
  }
  return starts
}

/** The longest match from `start` that ends at one of `ends`; -1 where there is none. */
export function longest(automaton: Automaton, text: string, start: number, ends: Positions): number {
  const active = new ActiveStates(automaton)
  active.add(automaton.start)
  let found = -1
  for (let at = start; ; at += 1) {
    if (active.accepts && ends[at]) found = at
    if (at >= text.length || active.empty) return found
    active.read(text.charCodeAt(at))
  }
}

class ActiveStates {
  accepts = false
  readonly #automaton: Automaton
  readonly #mark: Uint32Array
  #round = 1
  #states: number[] = []

  constructor(automaton: Automaton) {
    this.#automaton = automaton
    this.#mark = new Uint32Array(automaton.reads.length)
  }

  get empty(): boolean {
    return this.#states.length === 0
  }

  add(closure: Closure): void {
    if (closure.accepts) this.accepts = true
    for (const state of closure.reading) {
      if (this.#mark[state] === this.#round) continue
      this.#mark[state] = this.#round
      this.#states.push(state)
    }
  }

  read(code: number): void {
    const before = this.#states
    this.#states = []
    this.accepts = false
    this.#round += 1
    for (const state of before) {
      if (this.#automaton.reads[state]!(code)) this.add(this.#automaton.next[state]!)
    }
  }
}
