/** mkdir and rmdir (cgroup_mkdir, cgroup_destroy_locked). */
import { childrenOf, findGroup, frozenBy, lineage, membersBelow, parentOf, subtree } from './find.ts'
import { may } from './may.ts'
import { offeredTo } from './offers.ts'
import { deny, done, type Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import { freshSettings } from './settings.ts'
import type { Group, Place, State, User } from './types.ts'

/** Each group above may say how deep, and how many. */
const refuseLimits = (state: State, parent: Group, at: Place): Reason | undefined => {
  for (const [depth, above] of lineage(state, parent).entries()) {
    const { maxDepth, maxDescendants } = above.settings
    if (maxDescendants !== 'max' && subtree(state, above).length - 1 >= maxDescendants)
      return because('cgroups/descendants-limit', at, { at: above.place, limit: maxDescendants })
    if (maxDepth !== 'max' && depth >= maxDepth)
      return because('cgroups/depth-limit', at, { at: above.place, limit: maxDepth })
  }
  return undefined
}

export const newGroup = (parent: Group, place: Place, by: User): Group => ({
  ...{ place, hierarchy: parent.hierarchy, parent: parent.place, owner: by, maker: by },
  ...{ enabledBy: {}, subtreeControl: [], threaded: false, settings: freshSettings },
})

export const makeGroup = (state: State, at: Place, by: User): Step => {
  const above = parentOf(at)
  const parent = findGroup(state, above)
  if (findGroup(state, at)) return deny(state, 'EEXIST', because('cgroups/exists', at, {}))
  if (!parent || above === undefined)
    return deny(state, 'ENOENT', because('cgroups/no-group', at, { missing: above ?? at }))
  if (!may(by, parent.owner))
    return deny(
      state,
      'EACCES',
      because('cgroups/not-owner', at, { file: parent.place, owner: parent.owner }),
    )
  const refused = refuseLimits(state, parent, at)
  if (refused) return deny(state, 'EAGAIN', refused)
  const group = newGroup(parent, at, by)
  const made = { ...state, groups: [...state.groups, group] }
  const born = frozenBy(state, parent) ? [because('cgroups/born-frozen', at, {})] : []
  return done(made, because('cgroups/made', at, { offers: offeredTo(made, group) }), ...born)
}

export const removeGroup = (state: State, at: Place, by: User): Step => {
  const group = findGroup(state, at)
  const parent = findGroup(state, group?.parent)
  if (!group || !parent) return deny(state, 'ENOENT', because('cgroups/no-group', at, { missing: at }))
  if (!may(by, parent.owner))
    return deny(
      state,
      'EACCES',
      because('cgroups/not-owner', at, { file: parent.place, owner: parent.owner }),
    )
  const processes = membersBelow(state, group).length
  if (processes > 0) return deny(state, 'EBUSY', because('cgroups/remove-populated', at, { processes }))
  const children = childrenOf(state, group).length
  if (children > 0) return deny(state, 'EBUSY', because('cgroups/remove-children', at, { children }))
  const groups = state.groups.filter((each) => each !== group)
  return done({ ...state, groups }, because('cgroups/removed', at, {}))
}
