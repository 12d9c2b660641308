/** What the sides of `cpu-time` have in common: cases that are trees of groups. */
import type { Case, Subject } from '#conformance'
import { subtree, type Group, type Input, type Rule } from '#models/cpu-time'
import { caseSchema, seenSchema, type Given, type Ground, type Seen } from './seen.ts'

export const inputOf = ({ input, actions }: Given): Input => ({ cpus: input.cpus, groups: actions })

export const caseOf = ({ cpus, groups }: Input): Given => ({ input: { cpus }, actions: groups })

/** Periods that begin when the kernel's did, so long after the model's time begins. */
export const withPhases = (input: Input, { phases }: Seen, after = 0): Input => ({
  ...input,
  groups: input.groups.map((group) =>
    group.quota
      ? {
          ...group,
          quota: { ...group.quota, phase: (after + (phases[group.name] ?? 0)) % group.quota.period },
        }
      : group,
  ),
})

/** Without a group there are no groups in it. */
const keep = (given: Given, wanted: (at: number) => boolean): Given => {
  const gone = new Set(
    given.actions.flatMap(({ name }, at) => (wanted(at) ? [] : subtree(inputOf(given), name))),
  )
  return { input: given.input, actions: given.actions.filter(({ name }) => !gone.has(name)) }
}

const tellThreads = ({ threads }: Group): string =>
  threads
    .map(({ cpu, does }) => `${typeof does === 'string' ? does : `${does.length} jobs`} on ${cpu}`)
    .join(', ')

const tell = ({ actions }: Given): readonly string[] =>
  actions.map((group) => {
    const { name, parent, weight, quota } = group
    const limit = quota ? `, cpu.max ${quota.max} ${quota.period}, burst ${quota.burst}` : ''
    return `${parent}/${name}: weight ${weight}${limit}; ${tellThreads(group) || 'no threads'}`
  })

/** What each side adds to them. */
export const treeSubject = (
  side: Pick<Subject<Ground, Group, Seen>, 'aspect' | 'makeCase' | 'predict' | 'uncheckable'> &
    Partial<Pick<Subject<Ground, Group, Seen>, 'declared'>> & {
      readonly rules: readonly Rule[]
      readonly measured: NonNullable<Subject<Ground, Group, Seen>['measured']>
    },
): Subject<Ground, Group, Seen> => ({
  model: 'cpu-time',
  declared: [],
  keep,
  tell,
  link: () => undefined,
  caseSchema,
  seenSchema,
  ...side,
})

export type TreeCase = Case<Ground, Group>
