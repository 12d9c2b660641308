/** What a model can be put to: a kernel and its generation of cgroups, or a cluster. */
export const targets = ['host', 'vm', 'vm-v1', 'k3s'] as const

export type Target = (typeof targets)[number]
