/** Writing cgroup.subtree_control (cgroup_subtree_control_write): which controllers the children get. */
import { changeGroup } from './change.ts'
import { canRootThreads, domainOf, isThreadRoot, isValidDomain, ofDomains } from './domains.ts'
import { childrenOf, membersOf } from './find.ts'
import { inOrder, isController, offeredTo } from './offers.ts'
import { deny, done, type Step } from './result.ts'
import { because, type Reason } from './rules.ts'
import { freshSettings, settingsOf } from './settings.ts'
import type { Controller, Errno, Group, State, User } from './types.ts'

type Wish = { readonly enable: readonly Controller[]; readonly disable: readonly Controller[] }

/** Of two wishes for one controller the last counts; undefined for a word that is none. */
const parseWish = (text: string): Wish | { readonly word: string } => {
  const signs = new Map<Controller, string>()
  for (const word of text.trim().split(' ').filter(Boolean)) {
    const [sign = '', name] = [word[0], word.slice(1)]
    if (!'+-'.includes(sign) || !isController(name)) return { word }
    signs.set(name, sign)
  }
  const those = (sign: string) => inOrder([...signs.keys()].filter((name) => signs.get(name) === sign))
  return { enable: those('+'), disable: those('-') }
}

type Refusal = readonly [Errno, Reason]

/** Controller by controller: enabling needs the group above, disabling the groups below. */
const refuseEach = (state: State, group: Group, { enable, disable }: Wish): Refusal | undefined => {
  for (const controller of inOrder([...enable, ...disable])) {
    if (enable.includes(controller) && !offeredTo(state, group).includes(controller))
      return ['ENOENT', because('cgroups/control-not-offered', group.place, { controller })]
    const child = childrenOf(state, group).find(({ subtreeControl }) => subtreeControl.includes(controller))
    if (disable.includes(controller) && child) {
      const facts = { controller, child: child.place }
      return ['EBUSY', because('cgroups/control-used-below', group.place, facts)]
    }
  }
  return undefined
}

/** cgroup_vet_subtree_control_enable: no processes beside children that they would compete with. */
const refuseEnabling = (state: State, group: Group, enable: readonly Controller[]): Refusal | undefined => {
  if (enable.length === 0) return undefined
  if (!isValidDomain(state, domainOf(state, group)))
    return ['EOPNOTSUPP', because('cgroups/control-invalid-domain', group.place, {})]
  const controllers = ofDomains(enable)
  if (controllers.length > 0 && (isThreadRoot(state, group) || group.threaded))
    return ['EOPNOTSUPP', because('cgroups/control-in-threads', group.place, { controllers })]
  if (controllers.length === 0 && (canRootThreads(state, group) || group.threaded)) return undefined
  const processes = membersOf(state, group).length
  if (processes === 0) return undefined
  const facts = { controllers: enable, processes }
  return ['EBUSY', because('cgroups/control-internal-processes', group.place, facts)]
}

/** A controller comes to the children with fresh settings, in files of whoever enabled it. */
const give = (state: State, group: Group, by: User, changed: readonly Controller[]): State =>
  childrenOf(state, group).reduce((so, child) => {
    const enabledBy = { ...child.enabledBy, ...Object.fromEntries(changed.map((each) => [each, by])) }
    const fresh = changed.map((each) => settingsOf[each](freshSettings))
    return changeGroup(so, child, { enabledBy, settings: Object.assign({}, child.settings, ...fresh) })
  }, state)

export const writeSubtreeControl = (state: State, group: Group, text: string, by: User): Step => {
  const wish = parseWish(text)
  if ('word' in wish)
    return deny(state, 'EINVAL', because('cgroups/control-malformed', group.place, { text: wish.word }))
  const enable = wish.enable.filter((each) => !group.subtreeControl.includes(each))
  const disable = wish.disable.filter((each) => group.subtreeControl.includes(each))
  const refused = refuseEach(state, group, { enable, disable }) ?? refuseEnabling(state, group, enable)
  if (refused) return deny(state, ...refused)
  if (enable.length + disable.length === 0)
    return done(state, because('cgroups/control-unchanged', group.place, {}))
  const kept = group.subtreeControl.filter((each) => !disable.includes(each))
  const made = changeGroup(state, group, { subtreeControl: inOrder([...kept, ...enable]) })
  const children = childrenOf(state, group).length
  const beside = membersOf(state, group).length > 0 && enable.length > 0
  return done(
    give(made, group, by, [...enable, ...disable]),
    ...(enable.length > 0
      ? [because('cgroups/enabled', group.place, { controllers: enable, children })]
      : []),
    ...(disable.length > 0
      ? [because('cgroups/disabled', group.place, { controllers: disable, children })]
      : []),
    ...(beside ? [because('cgroups/control-beside-processes', group.place, { controllers: enable })] : []),
  )
}
