/** The files of a group as a table shows them: what is in each, what holds because of the groups above, what is new. */
import {
  contentOf,
  effectiveCpus,
  effectiveMemory,
  filesIn,
  findGroup,
  freshSettings,
  frozenBy,
  governing,
  ownerOf,
  printBytes,
  type Group,
  type Place,
  type State,
  type User,
} from '#models/cgroups'

/** What holds instead of what is written here, and which group has the say. */
export type Effect = { readonly value: string; readonly at: Place }

export type ShownFile = {
  readonly name: string
  readonly text: string
  readonly readable: boolean
  readonly writable: boolean
  /** where it is not whoever made the group */
  readonly owner: User | undefined
  readonly effect: Effect | undefined
  /** the file was not there, or read otherwise */
  readonly changed: boolean
  /** there is more in it than in that of any new group */
  readonly telling: boolean
}

const memoryEffect = (state: State, group: Group): Effect | undefined => {
  const { at, limit } = effectiveMemory(state, group)
  return at === group ? undefined : { value: printBytes(limit), at: at.place }
}

const cpuEffect = (state: State, group: Group): Effect | undefined => {
  const { at, cpus } = effectiveCpus(state, group)
  return at === group || cpus === undefined ? undefined : { value: `${cpus} CPU`, at: at.place }
}

const isLess = (a: number | 'max', b: number | 'max'): boolean => a !== 'max' && (b === 'max' || a < b)

const pidsEffect = (state: State, group: Group): Effect | undefined => {
  const [own, ...above] = governing(state, group, 'pids')
  const lower = above.find(({ settings }) => own && isLess(settings.pids, own.settings.pids))
  return lower && { value: String(lower.settings.pids), at: lower.place }
}

const freezeEffect = (state: State, group: Group): Effect | undefined => {
  const by = frozenBy(state, group)
  return by && by !== group ? { value: '1', at: by.place } : undefined
}

const effects: Readonly<Record<string, (state: State, group: Group) => Effect | undefined>> = {
  'memory.max': memoryEffect,
  'memory.limit_in_bytes': memoryEffect,
  'cpu.max': cpuEffect,
  'pids.max': pidsEffect,
  'cgroup.freeze': freezeEffect,
}

/** The same group on its first day, for comparison: of another name, so that nobody is in it. */
const asNew = (group: Group): Group => ({
  ...group,
  ...{ place: '', settings: freshSettings, subtreeControl: [], threaded: false },
})

/** Those of processes and control first, then each controller's. */
export const shownFiles = (state: State, before: State | undefined, place: Place): readonly ShownFile[] => {
  const group = findGroup(state, place)
  if (!group) return []
  const then = before && findGroup(before, place)
  const had = new Map(
    before && then ? filesIn(before, then).map(({ name }) => [name, contentOf(before, then, name)]) : [],
  )
  return filesIn(state, group).map(({ name, access }) => {
    const text = contentOf(state, group, name)
    const owner = ownerOf(group, name)
    const effect = effects[name]?.(state, group)
    const changed = then !== undefined && had.get(name) !== text
    return {
      ...{ name, text, readable: access !== 'w', writable: access !== 'r' },
      owner: owner === group.maker ? undefined : owner,
      ...{ effect, changed },
      telling: changed || effect !== undefined || text !== contentOf(state, asNew(group), name),
    }
  })
}
