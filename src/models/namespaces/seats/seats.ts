/** Which namespace of each kind a process is in, as a name that is equal where the namespace is. */
import { findProcess } from '../find.ts'
import { kinds, type Kind } from '../kinds.ts'
import type { Process, State } from '../types.ts'

/** 0: the machine's first of that kind; then in the order of birth. */
export type Place = number

export type Seat = {
  readonly kind: Kind
  /** undefined: it has let go of it */
  readonly place: Place | undefined
  /** where its children will be born, where that is elsewhere */
  readonly children: Place | undefined
  /** others that live there */
  readonly company: readonly Process[]
  /** it changed at this instant */
  readonly changed: boolean
}

const plainPlace = ({ plain }: State, kind: Kind, id: number): Place =>
  plain.filter((namespace) => namespace.kind === kind).findIndex((namespace) => namespace.id === id)

export const placeOf = (state: State, process: Process, kind: Kind): Place => {
  if (kind === 'pid') return process.namespace
  if (kind === 'user') return process.user
  return plainPlace(state, kind, process.in[kind])
}

const childrenPlace = (state: State, process: Process, kind: Kind): Place | undefined => {
  if (kind === 'pid') return process.forChildren
  return kind === 'time' ? plainPlace(state, kind, process.timeForChildren) : undefined
}

const hasLetGo = ({ life }: Process): boolean => life.is === 'zombie' || life.is === 'ending'

/** do_exit lets go of all but two before anyone hears of the death: a dead one keeps its number, and its user. */
const holds = (process: Process, kind: Kind): boolean =>
  !hasLetGo(process) || kind === 'pid' || kind === 'user'

const seatOf = (state: State, before: State, process: Process, kind: Kind): Seat => {
  const place = holds(process, kind) ? placeOf(state, process, kind) : undefined
  const children = hasLetGo(process) ? undefined : childrenPlace(state, process, kind)
  const was = findProcess(before, process.id)
  return {
    kind,
    place,
    children: children === place ? undefined : children,
    company: state.processes.filter(
      (other) => other.id !== process.id && !hasLetGo(other) && place === placeOf(state, other, kind),
    ),
    changed:
      was !== undefined &&
      place !== undefined &&
      (placeOf(before, was, kind) !== place ||
        childrenPlace(before, was, kind) !== childrenPlace(state, process, kind)),
  }
}

export const seatsOf = (state: State, before: State, process: Process): readonly Seat[] =>
  kinds.map((kind) => seatOf(state, before, process, kind))

/** The kinds in which two processes are not together. */
export const apart = (state: State, one: number, other: number): readonly Kind[] => {
  const [a, b] = [findProcess(state, one), findProcess(state, other)]
  return a && b ? kinds.filter((kind) => placeOf(state, a, kind) !== placeOf(state, b, kind)) : kinds
}
