/**
 * The seven kinds of namespaces besides PID, as Linux keeps them (kernel/nsproxy.c, kernel/user_namespace.c):
 * who owns them, and with user namespaces what a capability is worth. What they hold inside (links, mounts, names)
 * is left out. Everyone here is one and the same user outside: who may do what is decided by capabilities alone.
 */
/** 0 is the outermost user namespace; each next one made counts on. */
export type UserNamespaceId = number

/** In the order in which the kernel makes and enters them. */
export const kinds = ['user', 'mnt', 'uts', 'ipc', 'pid', 'cgroup', 'net', 'time'] as const

export type Kind = (typeof kinds)[number]

/** All that a process is in itself, the PID namespace apart. */
export const plainKinds = ['mnt', 'uts', 'ipc', 'cgroup', 'net', 'time'] as const

export type PlainKind = (typeof plainKinds)[number]

/** `inside outside count`, as a line of uid_map; `outside` counts in the parent's numbers. */
export type Extent = readonly [inside: number, outside: number, count: number]

export type IdFile = 'uid' | 'gid'

export type UserNamespace = {
  readonly id: UserNamespaceId
  readonly parent: UserNamespaceId | undefined
  /** not yet written: nobody has a number in here */
  readonly maps: Readonly<Record<IdFile, readonly Extent[] | undefined>>
  readonly setgroups: 'allow' | 'deny'
  /** its maker was capable outside: only then may 0 outside be mapped from within */
  readonly byCapable: boolean
}

export type PlainNamespace = {
  readonly id: number
  readonly kind: PlainKind
  readonly owner: UserNamespaceId
}
