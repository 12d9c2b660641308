/** Writing /proc/PID/uid_map, gid_map and setgroups (kernel/user_namespace.c: map_write, new_idmap_permitted). */
import { findUser, isCapable, isOwn } from './capable.ts'
import { findProcess } from './find.ts'
import type { Extent, IdFile, UserNamespace, UserNamespaceId } from './kinds.ts'
import { denied } from './refuse.ts'
import { because, type Reason } from './rules.ts'
import type { Errno, Process, ProcessId, State } from './types.ts'
import type { Step } from './result.ts'

const changeUser = (state: State, id: number, change: Partial<UserNamespace>): State => ({
  ...state,
  users: state.users.map((user) => (user.id === id ? { ...user, ...change } : user)),
})

const overlap = (a: number, b: number, countA: number, countB: number): boolean =>
  a < b + countB && b < a + countA

const isWellFormed = (extents: readonly Extent[]): boolean =>
  extents.length > 0 &&
  extents.every(([, , count]) => count > 0) &&
  extents.every(([inside, outside, count], at) =>
    extents
      .slice(0, at)
      .every(([i, o, c]) => !overlap(inside, i, count, c) && !overlap(outside, o, count, c)),
  )

/** Each number outside must be one that the parent knows. */
const parentHasAll = (parent: UserNamespace, file: IdFile, extents: readonly Extent[]): boolean =>
  extents.every(([, outside, count]) =>
    parent.maps[file]?.some(([inside, , length]) => inside <= outside && outside + count <= inside + length),
  )

type Refusal = readonly [Errno, Reason]

/** new_idmap_permitted: anyone may map its own number alone; all else takes capabilities outside. */
const refuseNumbers = (
  state: State,
  writer: Process,
  user: UserNamespace,
  parent: UserNamespaceId,
  file: IdFile,
  extents: readonly Extent[],
): Refusal | undefined => {
  const fromInside = writer.user === user.id
  const mapsZero = extents.some(([, outside]) => outside === 0)
  const mayMapZero = fromInside ? user.byCapable : isCapable(state, writer, parent)
  if (file === 'uid' && mapsZero && !mayMapZero)
    return ['EPERM', because('namespaces/map-zero-guarded', writer, { user: user.id, parent })]
  if (isCapable(state, writer, parent)) return undefined
  const areOwn = extents.every(([, outside, count]) => count === 1 && isOwn(state, parent, file, outside))
  if (extents.length !== 1 || !areOwn)
    return ['EPERM', because('namespaces/map-not-own', writer, { user: user.id, parent, file })]
  return file === 'gid' && user.setgroups === 'allow'
    ? ['EPERM', because('namespaces/map-needs-deny', writer, { user: user.id })]
    : undefined
}

const refuseMap = (
  state: State,
  writer: Process,
  user: UserNamespace,
  file: IdFile,
  extents: readonly Extent[],
): Refusal | undefined => {
  const parent = user.parent === undefined ? undefined : findUser(state, user.parent)
  const facts = { user: user.id, file }
  if (writer.user !== user.id && writer.user !== user.parent)
    return ['EPERM', because('namespaces/map-too-far', writer, { ...facts, own: writer.user })]
  if (!parent || user.maps[file]) return ['EPERM', because('namespaces/map-once', writer, facts)]
  if (!isCapable(state, writer, user.id))
    return ['EPERM', because('namespaces/map-not-capable', writer, facts)]
  if (!isWellFormed(extents)) return ['EINVAL', because('namespaces/map-malformed', writer, { extents })]
  const refused = refuseNumbers(state, writer, user, parent.id, file, extents)
  if (refused) return refused
  return parentHasAll(parent, file, extents)
    ? undefined
    : ['EPERM', because('namespaces/map-outside-unknown', writer, { ...facts, parent: parent.id })]
}

export const writeMap = (
  state: State,
  writer: Process,
  of: ProcessId,
  file: IdFile,
  extents: readonly Extent[],
): Step => {
  const target = findProcess(state, of)
  if (target?.life.is !== 'running') return { state, outcome: { is: 'left-out' }, trace: [] }
  const user = findUser(state, target.user)
  const refused = refuseMap(state, writer, user, file, extents)
  if (refused) return denied(state, ...refused)
  return {
    state: changeUser(state, user.id, { maps: { ...user.maps, [file]: extents } }),
    outcome: { is: 'done' },
    trace: [because('namespaces/map-written', writer, { user: user.id, file, extents })],
  }
}

export const writeSetgroups = (state: State, writer: Process, of: ProcessId, to: 'allow' | 'deny'): Step => {
  const target = findProcess(state, of)
  if (target?.life.is !== 'running') return { state, outcome: { is: 'left-out' }, trace: [] }
  const user = findUser(state, target.user)
  const facts = { user: user.id }
  if (!isCapable(state, writer, user.id))
    return denied(state, 'EACCES', because('namespaces/setgroups-not-capable', writer, facts))
  if (to === 'allow' && user.setgroups === 'deny')
    return denied(state, 'EPERM', because('namespaces/setgroups-final', writer, facts))
  if (to === 'deny' && user.maps.gid)
    return denied(state, 'EPERM', because('namespaces/setgroups-too-late', writer, facts))
  return {
    state: changeUser(state, user.id, { setgroups: to }),
    outcome: { is: 'done' },
    trace: [because('namespaces/setgroups-written', writer, { ...facts, to })],
  }
}

/** capset to nothing: had again in a user namespace of one's own, or as uid 0 by exec. */
export const drop = (state: State, process: Process): Step => ({
  state: {
    ...state,
    processes: state.processes.map((each) => (each.id === process.id ? { ...each, capable: false } : each)),
  },
  outcome: { is: 'done' },
  trace: [because('namespaces/capabilities-dropped', process, { user: process.user })],
})
