/** unshare and clone for any of the eight kinds: create_user_ns first, then create_new_namespaces with its owner. */
import { changeProcess } from './change.ts'
import { findUser, hasNumbers, isWithin } from './capable.ts'
import { findNamespace } from './find.ts'
import { plainKinds, type Kind, type PlainKind, type UserNamespaceId } from './kinds.ts'
import { refuse, type Refused } from './refuse.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { NamespaceId, Process, State } from './types.ts'
import type { Step } from './result.ts'

/** MAX_PID_NS_LEVEL in include/linux/pid_namespace.h */
export const maxLevel = 32

export type Made = {
  readonly state: State
  /** what the maker, or its child, is in from now on */
  readonly entered: Pick<Process, 'user' | 'capable' | 'in' | 'timeForChildren'>
  readonly pid: NamespaceId | undefined
  readonly trace: Trace
}

const makeUser = (state: State, maker: Process): { state: State; id: UserNamespaceId } | Refused => {
  if (!hasNumbers(state, maker.user))
    return refuse(state, 'EPERM', because('namespaces/user-needs-numbers', maker, { user: maker.user }))
  const id = state.users.length
  const { setgroups } = findUser(state, maker.user)
  const maps = { uid: undefined, gid: undefined }
  const made = { id, parent: maker.user, maps, setgroups, byCapable: maker.capable }
  return { state: { ...state, users: [...state.users, made] }, id }
}

/** copy_pid_ns: refused to whoever has been split, to whoever is less than its namespace's owner, and too deep. */
const refusePid = (state: State, maker: Process, user: UserNamespaceId): Refused | undefined => {
  const own = findNamespace(state, maker.namespace)
  if (maker.forChildren !== own.id) {
    const facts = { own: own.id, children: maker.forChildren }
    return refuse(state, 'EINVAL', because('namespaces/unshare-once', maker, facts))
  }
  if (!isWithin(state, user, own.owner)) {
    const facts = { own: own.id, owner: own.owner, user }
    return refuse(state, 'EINVAL', because('namespaces/owner-not-within', maker, facts))
  }
  const level = own.level + 1
  return level > maxLevel
    ? refuse(state, 'ENOSPC', because('namespaces/depth-limit', maker, { level, limit: maxLevel }))
    : undefined
}

const makePid = (state: State, maker: Process, owner: UserNamespaceId): State => {
  const { id: parent, level } = findNamespace(state, maker.namespace)
  const made = { parent, level: level + 1, last: 0, reaper: undefined, open: true, owner }
  return { ...state, namespaces: [...state.namespaces, { id: state.namespaces.length, ...made }] }
}

const makePlain = (state: State, wanted: readonly PlainKind[], owner: UserNamespaceId): State => ({
  ...state,
  plain: [...state.plain, ...wanted.map((kind, at) => ({ id: state.plain.length + at, kind, owner }))],
})

export const makeNamespaces = (before: State, maker: Process, wanted: readonly Kind[]): Made | Refused => {
  const withUser = wanted.includes('user') ? makeUser(before, maker) : { state: before, id: maker.user }
  if ('refused' in withUser) return withUser
  const { state, id: user } = withUser
  // A user namespace of one's own comes with all capabilities in it.
  const capable = user !== maker.user || maker.capable
  if (!capable)
    return refuse(before, 'EPERM', because('namespaces/needs-capability', maker, { kinds: wanted, user }))
  const wantsPid = wanted.includes('pid')
  const refused = wantsPid ? refusePid(state, maker, user) : undefined
  if (refused) return { refused: { ...refused.refused, state: before } }
  const plain = plainKinds.filter((kind) => wanted.includes(kind))
  const withPlain = makePlain(state, plain, user)
  const fresh = withPlain.plain.slice(state.plain.length)
  const inThem = fresh.filter(({ kind }) => kind !== 'time').map(({ kind, id }) => [kind, id])
  const trace: readonly Reason[] = [
    ...(user === maker.user ? [] : [because('namespaces/user-made', maker, { user, parent: maker.user })]),
    ...(plain.length > 0 ? [because('namespaces/others-made', maker, { kinds: plain, user })] : []),
    ...(plain.includes('time') ? [because('namespaces/time-moves-children', maker, {})] : []),
  ]
  return {
    state: wantsPid ? makePid(withPlain, maker, user) : withPlain,
    entered: {
      user,
      capable,
      in: { ...maker.in, ...Object.fromEntries(inThem) },
      timeForChildren: fresh.find(({ kind }) => kind === 'time')?.id ?? maker.timeForChildren,
    },
    pid: wantsPid ? withPlain.namespaces.length : undefined,
    trace,
  }
}

/** The caller moves at once into all but two: of a new PID or time namespace only its children will be. */
export const unshare = (state: State, caller: Process, wanted: readonly Kind[] = ['pid']): Step => {
  const made = makeNamespaces(state, caller, wanted)
  if ('refused' in made) return made.refused
  const { pid, entered, trace } = made
  const children = pid ?? caller.forChildren
  const moved = because('namespaces/unshare-moves-children', caller, { own: caller.namespace, children })
  return {
    state: changeProcess(made.state, caller.id, { ...entered, forChildren: children }),
    outcome: { is: 'done' },
    trace: pid === undefined ? trace : [...trace, moved],
  }
}
