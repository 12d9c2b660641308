/**
 * Who stands behind uid 0 of a sandbox. An ordinary runner does so itself. Root does not: a uid that nobody has takes
 * its place, since without capabilities root would still own the machine's files.
 */
export type SandboxUser = { uid: number; gid: number }

/** Below 2³¹, above what systemd, containers and directories give away. */
const nobodys = 2_111_111_168
/** With `needs: uid-range`: as many as an ordinary system has, from the same one on. */
export const uidRange = 65_536

export const isRoot = (): boolean => process.getuid?.() === 0

/** The user that a sandbox drops to; undefined where the runner has nothing to drop. */
export const userToDropTo = (): SandboxUser | undefined =>
  isRoot() ? { uid: nobodys, gid: nobodys } : undefined
