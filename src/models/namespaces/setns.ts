/**
 * setns with a pidfd (kernel/nsproxy.c): the kinds asked for, all or none, as the target itself is in them.
 * The fd comes from pidfd_open, which knows only what the caller sees: so a PID namespace further out or beside, and a
 * user namespace one is not capable of, are refused before setns itself would.
 */
import { changeProcess } from './change.ts'
import { isCapable, lacksToLookAt } from './capable.ts'
import { findByPid, findNamespace, findPlain } from './find.ts'
import { kinds, plainKinds, type Kind, type UserNamespaceId } from './kinds.ts'
import { denied } from './refuse.ts'
import { because, nameOf } from './rules.ts'
import type { Process, State } from './types.ts'
import type { Step } from './result.ts'

/** All but user namespaces have an owner. */
type OwnedKind = Exclude<Kind, 'user'>

const ownerOf = (state: State, target: Process, kind: OwnedKind): UserNamespaceId =>
  kind === 'pid' ? findNamespace(state, target.namespace).owner : findPlain(state, target.in[kind]).owner

/** userns_install */
const refuseUser = (state: State, caller: Process, { user }: Process): Step | undefined =>
  user === caller.user
    ? denied(state, 'EINVAL', because('namespaces/setns-same-user', caller, { user }))
    : undefined

/** The other kinds: capable over what owns it, and over the user namespace one will be in. */
const refuseOwned = (
  state: State,
  caller: Process,
  target: Process,
  kind: OwnedKind,
  home: UserNamespaceId,
): Step | undefined => {
  const owner = ownerOf(state, target, kind)
  const lacking = [owner, home].find((user) => !isCapable(state, caller, user))
  if (lacking !== undefined)
    return denied(state, 'EPERM', because('namespaces/setns-not-capable', caller, { kind, user: lacking }))
  return undefined
}

const refuseAny = (
  state: State,
  caller: Process,
  target: Process,
  wanted: readonly Kind[],
): Step | undefined => {
  const home = wanted.includes('user') ? target.user : caller.user
  for (const kind of kinds) {
    if (!wanted.includes(kind)) continue
    const refused =
      kind === 'user' ? refuseUser(state, caller, target) : refuseOwned(state, caller, target, kind, home)
    if (refused) return refused
  }
  return undefined
}

const enter = (caller: Process, target: Process, wanted: readonly Kind[]): Partial<Process> => {
  const plain = plainKinds.filter((kind) => wanted.includes(kind))
  return {
    in: { ...caller.in, ...Object.fromEntries(plain.map((kind) => [kind, target.in[kind]])) },
    ...(wanted.includes('time') ? { timeForChildren: target.in.time } : {}),
    ...(wanted.includes('pid') ? { forChildren: target.namespace } : {}),
    ...(wanted.includes('user') ? { user: target.user, capable: true } : {}),
  }
}

export const setns = (state: State, caller: Process, pid: number, wanted: readonly Kind[]): Step => {
  const target = findByPid(state, caller.namespace, pid)
  if (!target) {
    const unseen = because('namespaces/setns-unseen', caller, { pid, namespace: caller.namespace })
    return denied(state, 'ESRCH', unseen)
  }
  const name = nameOf(target)
  const lacking = lacksToLookAt(state, caller, target)
  if (lacking !== undefined) {
    const facts = { target: name, user: lacking }
    return denied(state, 'EPERM', because('namespaces/setns-may-not-look', caller, facts))
  }
  if (target.life.is !== 'running')
    return denied(state, 'ESRCH', because('namespaces/setns-dead', caller, { target: name }))
  const refused = refuseAny(state, caller, target, wanted)
  if (refused) return refused
  const entered = because('namespaces/setns-enters', caller, {
    target: name,
    kinds: kinds.filter((kind) => wanted.includes(kind)),
  })
  const later = because('namespaces/setns-moves-children', caller, {
    own: caller.namespace,
    children: target.namespace,
  })
  return {
    state: changeProcess(state, caller.id, enter(caller, target, wanted)),
    outcome: { is: 'done' },
    trace: wanted.includes('pid') ? [entered, later] : [entered],
  }
}
