/**
 * The machine that every story begins on. The processes of the model are all one user, who is 0 in its outermost
 * user namespace. Here that user is to be the ordinary user 5000 of a host that has a root as well: so this host is
 * itself a user namespace of the model, one in which 0 and 5000 have changed places, and `user 0` of a sentence is
 * `user 1` of the model.
 */
import type { IdFile } from '../kinds.ts'
import { init, step } from '../step.ts'
import type { Action, Process, State } from '../types.ts'

export const host = 1
export const alpha = 2
export const beta = 3

/** As many as a machine's first user namespace has: the last one, (uid_t) -1, is nobody. */
export const hostIds = 4294967295

export const you = 5000
/** What a number shows as where it has no name: /proc/sys/kernel/overflowuid */
export const overflow = 65534

/** Who acts: root of the host, an ordinary user's shell, and what that one has started further in. */
export const sudo = 4020
export const bash = 4021
export const sh = 4022
export const dash = 4023

const hostMap = (file: IdFile): Action => ({
  do: 'map',
  by: 1,
  of: sudo,
  file,
  extents: [
    [you, 0, 1],
    [0, 1, you],
    [you + 1, you + 1, hostIds - you - 1],
  ],
})

/** Root's process, the user's shell without any capability, and what that one has started in a namespace of its own. */
const setting: readonly Action[] = [
  { do: 'unshare', by: sudo, kinds: ['user'] },
  hostMap('uid'),
  hostMap('gid'),
  { do: 'fork', by: sudo, comm: 'bash' },
  { do: 'drop', by: bash },
  { do: 'clone', by: bash, comm: 'sh', kinds: ['user'] },
]

export const begin = (): State =>
  setting.reduce(
    (state, move) => step(state, move).state,
    init({ one: 'systemd', shell: 'sudo', pid: sudo, ids: hostIds }),
  )

/** The processes of a story; the model's own process 1 only sets the stage. */
export const actors = (state: State): readonly Process[] =>
  state.processes.filter(({ user, life }) => user >= host && life.is === 'running')

/** The namespaces further in than the host, by number. */
export const innerUsers = (state: State): readonly number[] =>
  state.users.map(({ id }) => id).filter((id) => id > host)
