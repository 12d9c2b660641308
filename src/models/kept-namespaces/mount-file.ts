/** Bind mounts of such files, each in the table of one mount namespace (fs/namespace.c). */
import { isCapable, nameOf, type Kind, type Process } from '#models/namespaces'
import { nameOfPlain, ownerOf } from './names.ts'
import { follow } from './open-file.ts'
import { denied } from './refuse.ts'
import type { Step } from './result.ts'
import { because } from './rules.ts'
import type { Mount, Name, State } from './types.ts'

const tableOf = (state: State, { in: own }: Process): Name => nameOfPlain(state.processes, 'mnt', own.mnt)

/** may_mount: capable where one's own table of mounts belongs. */
const refuseMount = (state: State, caller: Process): Step | undefined => {
  const owner = ownerOf(state.processes, tableOf(state, caller))
  if (!owner || isCapable(state.processes, caller, owner.place)) return undefined
  return denied(state, 'EPERM', because('kept/may-not-mount', nameOf(caller), { owner }))
}

/**
 * mnt_ns_loop: a table may hold the file of a younger table only, or two could hold each other for ever. Who is younger
 * is told by a number, which each processor hands out by itself since Linux 6.18 (gen_cookie_next): here there is one.
 */
const wouldLoop = (table: Name, of: Name): boolean => of.kind === 'mnt' && of.place <= table.place

export const bind = (state: State, caller: Process, pid: number, kind: Kind): Step => {
  const refused = refuseMount(state, caller)
  if (refused) return refused
  const found = follow(state, caller, pid, kind)
  if ('refused' in found) return found.refused
  const { of } = found
  const table = tableOf(state, caller)
  if (wouldLoop(table, of))
    return denied(state, 'EINVAL', because('kept/mount-loops', nameOf(caller), { of }))
  const at = Math.max(0, ...state.mounts.map((mount) => mount.at)) + 1
  return {
    state: { ...state, mounts: [...state.mounts, { at, in: table.place, of, locked: false }] },
    outcome: { is: 'mounted', at },
    trace: [because('kept/file-mounted', nameOf(caller), { of, at })],
  }
}

export const mountAt = (state: State, caller: Process, at: number): Mount | undefined =>
  state.mounts.find((mount) => mount.at === at && mount.in === tableOf(state, caller).place)

export const umount = (state: State, caller: Process, at: number): Step => {
  const refused = refuseMount(state, caller)
  if (refused) return refused
  const mount = mountAt(state, caller, at)
  if (!mount) return denied(state, 'EINVAL', because('kept/no-such-file', nameOf(caller), {}))
  if (mount.locked) return denied(state, 'EINVAL', because('kept/mount-locked', nameOf(caller), { at }))
  return {
    state: { ...state, mounts: state.mounts.filter((one) => one !== mount) },
    outcome: { is: 'done' },
    trace: [because('kept/file-unmounted', nameOf(caller), { of: mount.of, at })],
  }
}

/** copy_mnt_ns: the new table has every mount of the old, but for files of mount namespaces. */
export const copyTable = (state: State, from: Name, into: Name): State => {
  const [old, own] = [ownerOf(state.processes, from), ownerOf(state.processes, into)]
  const locked = old?.place !== own?.place
  const copies = state.mounts
    .filter((mount) => mount.in === from.place && mount.of.kind !== 'mnt')
    .map((mount) => ({ ...mount, in: into.place, locked: mount.locked || locked }))
  return { ...state, mounts: [...state.mounts, ...copies] }
}
