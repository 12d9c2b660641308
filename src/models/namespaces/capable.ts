/** What a process may do to a user namespace and what belongs to it. All are one user outside, so all own what they make. */
import type { UserNamespace, UserNamespaceId } from './kinds.ts'
import type { Process, State } from './types.ts'

export const findUser = (state: State, id: UserNamespaceId): UserNamespace => {
  const found = state.users[id]
  if (!found) throw new RangeError(`no user namespace ${id}: ids come from this state's processes`)
  return found
}

/** in_userns: is it this one, or one further in? */
export const isWithin = (state: State, id: UserNamespaceId, outer: UserNamespaceId): boolean => {
  if (id === outer) return true
  const { parent } = findUser(state, id)
  return parent !== undefined && isWithin(state, parent, outer)
}

/** cap_capable: by one's own capabilities where one lives; further in, as the owner of what was made from here. */
export const isCapable = (state: State, process: Process, user: UserNamespaceId): boolean =>
  user === process.user ? process.capable : isWithin(state, user, process.user)

/**
 * get_dumpable: what exec has given capabilities can be looked at by those alone who are capable where it got them; once
 * it is dead, by the machine's own root alone.
 */
const guardOf = (state: State, process: Process, target: Process): UserNamespaceId | undefined => {
  const { life, guardedBy } = target
  if (guardedBy === undefined) return undefined
  if (life.is === 'running') return isCapable(state, process, guardedBy) ? undefined : guardedBy
  return state.machine && isCapable(state, process, 0) ? undefined : 0
}

/** ptrace_may_access for reading: oneself, one's equals and lesser at home, everyone further in. */
export const lacksToLookAt = (
  state: State,
  process: Process,
  target: Process,
): UserNamespaceId | undefined => {
  if (process.id === target.id) return undefined
  const isLesser = process.user === target.user && !target.capable
  const may = isLesser || isCapable(state, process, target.user)
  return may ? guardOf(state, process, target) : target.user
}

export const mayLookAt = (state: State, process: Process, target: Process): boolean =>
  lacksToLookAt(state, process, target) === undefined

const holds = (first: number, count: number, id: number): boolean => first <= id && id < first + count

/** The outermost number behind a number inside; undefined where the maps end. */
const outermost = (
  state: State,
  user: UserNamespaceId,
  file: 'uid' | 'gid',
  id: number,
): number | undefined => {
  const { parent, maps } = findUser(state, user)
  const extent = maps[file]?.find(([inside, , count]) => holds(inside, count, id))
  if (!extent) return undefined
  const outside = extent[1] + id - extent[0]
  return parent === undefined ? id : outermost(state, parent, file, outside)
}

/** What a number of the outermost namespace is called inside; undefined for nobody's. */
export const insideNumber = (
  state: State,
  user: UserNamespaceId,
  file: 'uid' | 'gid',
  id: number,
): number | undefined => {
  const { parent, maps } = findUser(state, user)
  const around = parent === undefined ? id : insideNumber(state, parent, file, id)
  if (around === undefined) return undefined
  const extent = maps[file]?.find(([, outside, count]) => holds(outside, count, around))
  return extent && extent[0] + around - extent[1]
}

/** make_kuid: is the number, inside, everyone's own? */
export const isOwn = (state: State, user: UserNamespaceId, file: 'uid' | 'gid', id: number): boolean =>
  outermost(state, user, file, id) === 0

/** Is there a number for us? Without one we can own nothing there. */
export const hasNumbers = (state: State, user: UserNamespaceId): boolean =>
  insideNumber(state, user, 'uid', 0) !== undefined && insideNumber(state, user, 'gid', 0) !== undefined
