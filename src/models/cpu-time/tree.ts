import type { Group, GroupName, Input } from './types.ts'

export const root: GroupName = ''

export const groupOf = ({ groups }: Input, name: GroupName): Group | undefined =>
  groups.find((group) => group.name === name)

export const childrenOf = ({ groups }: Input, name: GroupName): readonly Group[] =>
  groups.filter(({ parent }) => parent === name)

/** The group itself and all around it, innermost first. */
export const lineage = (input: Input, name: GroupName): readonly Group[] => {
  const group = groupOf(input, name)
  return group ? [group, ...lineage(input, group.parent)] : []
}

/** The group itself and all inside it. */
export const subtree = (input: Input, name: GroupName): readonly GroupName[] => [
  name,
  ...childrenOf(input, name).flatMap((child) => subtree(input, child.name)),
]
