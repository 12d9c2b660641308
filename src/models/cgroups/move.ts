/** Writing cgroup.procs, cgroup.threads and tasks: a process into a group. All here have one thread. */
import { placeProcess } from './change.ts'
import { canRootThreads, domainOf, isValidDomain } from './domains.ts'
import { findGroup, findProcess, frozenBy, lineage, membersBelow } from './find.ts'
import { parseInteger } from './integer.ts'
import { may } from './may.ts'
import { governing } from './offers.ts'
import { deny, done, leaveOut, type Step } from './result.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { Errno, Group, Place, Process, State, User } from './types.ts'

type Refusal = readonly [Errno, Reason]

/** The lowest group that holds both; undefined where the process comes from outside. */
const commonAncestor = (state: State, from: Place | undefined, to: Group): Group | undefined => {
  const source = findGroup(state, from)
  const above = source ? lineage(state, source) : []
  return lineage(state, to).find((each) => above.includes(each))
}

/** cgroup_attach_permissions. Whose the process is does not matter: where it comes from does. */
const refuseOnV2 = (
  state: State,
  process: Process,
  to: Group,
  file: string,
  by: User,
): Refusal | undefined => {
  const from = process.in.unified
  const ancestor = commonAncestor(state, from, to)
  if (!may(by, ancestor?.owner ?? 'root')) {
    const facts = { process: process.id, from, ancestor: ancestor?.place }
    return ['EACCES', because('cgroups/move-common-ancestor', to.place, facts)]
  }
  if (!isValidDomain(state, domainOf(state, to)))
    return ['EOPNOTSUPP', because('cgroups/move-invalid-domain', to.place, {})]
  if (!canRootThreads(state, to) && !to.threaded && to.subtreeControl.length > 0)
    return ['EBUSY', because('cgroups/move-internal-process', to.place, { controllers: to.subtreeControl })]
  const source = findGroup(state, from)
  const apart = !source || domainOf(state, source) !== domainOf(state, to)
  return file === 'cgroup.threads' && apart
    ? ['EOPNOTSUPP', because('cgroups/move-other-domain', to.place, { process: process.id, from })]
    : undefined
}

/** cgroup1_procs_write. Where it comes from does not matter: whose it is does. */
const refuseOnV1 = (process: Process, to: Group, by: User): Refusal | undefined => {
  if (!may(by, process.user)) {
    const facts = { process: process.id, owner: process.user }
    return ['EACCES', because('cgroups/move-not-yours', to.place, facts)]
  }
  const { cpus, mems } = to.settings
  return to.hierarchy === 'cpuset' && (cpus.length === 0 || mems.length === 0)
    ? ['ENOSPC', because('cgroups/move-without-cpus', to.place, {})]
    : undefined
}

/** Moving in is never refused for want of numbers; only fork is. */
const exceeded = (state: State, to: Group): Trace =>
  governing(state, to, 'pids').flatMap((each) => {
    const { pids } = each.settings
    const current = membersBelow(state, each).length
    return pids !== 'max' && current > pids
      ? [because('cgroups/pids-exceeded', to.place, { at: each.place, limit: pids, current })]
      : []
  })

export const move = (state: State, to: Group, file: string, text: string, by: User): Step => {
  const pid = parseInteger(text.trim(), 's32')
  const word = { text: text.trim() }
  if ('errno' in pid || pid.value < 0)
    return deny(state, 'EINVAL', because('cgroups/move-malformed', to.place, word))
  if (pid.value === 0) return leaveOut(state, 'self')
  const process = findProcess(state, pid.value)
  if (!process) return deny(state, 'ESRCH', because('cgroups/move-nobody', to.place, word))
  const refused =
    state.version === 'v2' ? refuseOnV2(state, process, to, file, by) : refuseOnV1(process, to, by)
  if (refused) return deny(state, ...refused)
  const moved = placeProcess(state, process, to)
  const from = process.in[to.hierarchy]
  const frozen = frozenBy(state, to)
  return done(
    moved,
    because('cgroups/moved', to.place, { process: process.id, from }),
    ...(frozen ? [because('cgroups/frozen-above', to.place, { at: frozen.place })] : []),
    ...exceeded(moved, to),
  )
}
