/**
 * cpuset.cpus and cpuset.mems (update_cpumask, validate_change in kernel/cgroup/cpuset.c). v2 takes any wish and cuts it
 * down to what is above; v1 takes only what fits between the group above and those below.
 */
import { childrenOf, findGroup, isPopulated } from './find.ts'
import { governing } from './offers.ts'
import { parseList, printList, within } from './cpu-list.ts'
import { deny, type Step } from './result.ts'
import { because, type Reason, type Trace } from './rules.ts'
import type { Errno, Group, State } from './types.ts'
import { keep, malformed, type Write } from './written.ts'

type Which = 'cpus' | 'mems'

/** How many the kernel could number: CPUs as found at boot, nodes as it was built. */
const mostNodes = 1024

const thereAre = (state: State, which: Which): readonly number[] => (which === 'cpus' ? state.cpus : [0])

/** A wish that has nothing in common with what is above counts for none. */
export const effective = (state: State, group: Group, which: Which): readonly number[] =>
  governing(state, group, 'cpuset').reduceRight(
    (above, each) => {
      const wanted = each.settings[which].filter((one) => above.includes(one))
      return wanted.length > 0 ? wanted : above
    },
    thereAre(state, which),
  )

type Refusal = readonly [Errno, Reason]

/** cpuset_change's order: the groups below, the group above, then whoever would be left with none. */
const refuseOnV1 = (
  state: State,
  group: Group,
  which: Which,
  list: readonly number[],
): Refusal | undefined => {
  const child = childrenOf(state, group).find(({ settings }) => !within(settings[which], list))
  if (child) {
    const theirs = printList(child.settings[which])
    return ['EBUSY', because('cgroups/cpus-used-below', group.place, { child: child.place, theirs })]
  }
  const parent = findGroup(state, group.parent)
  const above = parent ? parent.settings[which] : thereAre(state, which)
  if (within(list, above)) return undefined
  const facts = { asked: printList(list), parent: printList(above) }
  return ['EACCES', because('cgroups/cpus-beyond-parent', group.place, facts)]
}

const refuseEmpty = (
  { state, group, file }: Write,
  which: Which,
  list: readonly number[],
): Refusal | undefined =>
  list.length === 0 && group.settings[which].length > 0 && isPopulated(state, group)
    ? ['ENOSPC', because('cgroups/cpus-needed', group.place, { file })]
    : undefined

/** What became of it on v2. */
const told = (state: State, group: Group, which: Which, list: readonly number[]): Trace => {
  const changed = { ...group, settings: { ...group.settings, [which]: list } }
  const groups = state.groups.map((each) => (each.place === group.place ? changed : each))
  const got = effective({ ...state, groups }, changed, which)
  const value = printList(got)
  if (!got.some((each) => list.includes(each)))
    return [because('cgroups/cpus-from-above', group.place, { value })]
  return got.length < list.length
    ? [because('cgroups/cpus-cut', group.place, { asked: printList(list), value })]
    : []
}

export const writeList =
  (which: Which) =>
  (write: Write): Step => {
    const { state, group } = write
    const there = thereAre(state, which)
    const parsed = parseList(write.text, which === 'cpus' ? there.length : mostNodes)
    const text = write.text.trim()
    const missing = because('cgroups/cpus-not-there', group.place, { text, last: there.length - 1 })
    if ('errno' in parsed)
      return parsed.errno === 'EINVAL' ? malformed(write) : deny(state, 'ERANGE', missing)
    const { list } = parsed
    if (!within(list, there)) return deny(state, 'EINVAL', missing)
    const value = printList(list)
    if (value === printList(group.settings[which])) return keep(write, {}, value)
    const refused =
      (state.version === 'v1' ? refuseOnV1(state, group, which, list) : undefined) ??
      refuseEmpty(write, which, list)
    if (refused) return deny(state, ...refused)
    const effects = state.version === 'v2' ? told(state, group, which, list) : []
    return keep(write, { [which]: list }, value, ...effects)
  }
