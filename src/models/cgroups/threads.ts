/** Writing cgroup.type (cgroup_enable_threaded). There is no way back. */
import { changeGroup } from './change.ts'
import { canRootThreads, domainOf, isValidDomain, ofDomains } from './domains.ts'
import { findGroup, isPopulated } from './find.ts'
import { deny, done, type Step } from './result.ts'
import { because } from './rules.ts'
import type { Group, State } from './types.ts'

export const writeType = (state: State, group: Group, text: string): Step => {
  if (text.trim() !== 'threaded')
    return deny(state, 'EINVAL', because('cgroups/type-malformed', group.place, { text: text.trim() }))
  if (group.threaded) return done(state, because('cgroups/threaded-already', group.place, {}))
  const populated = isPopulated(state, group)
  if (populated || ofDomains(group.subtreeControl).length > 0)
    return deny(state, 'EOPNOTSUPP', because('cgroups/threaded-occupied', group.place, { populated }))
  const parent = findGroup(state, group.parent)
  const domain = parent && domainOf(state, parent)
  // The group above the top one has controllers of domains enabled.
  if (!domain || !isValidDomain(state, domain) || !canRootThreads(state, domain)) {
    const facts = { domain: domain?.place ?? '..' }
    return deny(state, 'EOPNOTSUPP', because('cgroups/threaded-domain', group.place, facts))
  }
  return done(
    changeGroup(state, group, { threaded: true }),
    because('cgroups/threaded', group.place, { domain: domain.place }),
  )
}
