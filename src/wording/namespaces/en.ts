import type { End, Extent } from '#models/namespaces'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

// Letters, so that none is taken for a process number: A is 10 in base 36.
const letterOf = (id: number): string => (id + 9).toString(36).toUpperCase()

const namespace = (id: number): string => (id === 0 ? 'the host' : `namespace ${letterOf(id)}`)

// Greek, so that none is taken for a PID namespace.
const user = (id: number): string =>
  id === 0 ? 'the outermost user namespace' : `user namespace ${String.fromCharCode(0x3b0 + id)}`

const list = (names: readonly string[]): string => names.map(code).join(', ')

const lines = (extents: readonly Extent[]): string =>
  extents.length === 0 ? 'nothing' : list(extents.map((extent) => extent.join(' ')))

const ended = (end: End): string =>
  end.by === 'exit' ? `exit status ${end.status}` : `killed by ${end.signal}`

const processes = (count: number): string => (count === 1 ? '1 process' : `${count} processes`)

const errors = {
  EACCES: '`EACCES`: permission denied',
  ECHILD: '`ECHILD`: no child processes',
  EINVAL: '`EINVAL`: invalid argument',
  ENOMEM: '`ENOMEM`: cannot allocate memory',
  ENOSPC: '`ENOSPC`: no space left on device',
  EPERM: '`EPERM`: operation not permitted',
  ESRCH: '`ESRCH`: no such process',
} as const

export const en: Wording = {
  namespace,
  user,
  lives: { running: 'running', doomed: 'killed', ending: 'waiting to end', zombie: 'zombie', gone: 'gone' },

  reasons: {
    'namespaces/number-at-each-level': (who, { pids, namespace: id }) =>
      pids.length === 1
        ? `${code(who)} takes the next number on the host. Nobody further in can see it.`
        : `${code(who)} is born in ${namespace(id)}. It takes the next number there and in each namespace around it: ${pids.join(' → ')}, from the outside in.`,
    'namespaces/first-is-one': (who, { namespace: id }) =>
      `${code(who)} is the first in ${namespace(id)}, so it is process 1 there.`,
    'namespaces/unshare-moves-children': (who, { own, children }) =>
      `${code(who)} itself stays in ${namespace(own)} with the numbers it has. Its children will be born in ${namespace(children)}.`,
    'namespaces/clone-enters': (who, { child, own }) =>
      `Only this child enters ${namespace(child)}. The next children of ${code(who)} are born in ${namespace(own)} again.`,
    'namespaces/unshare-once': (who, { own, children }) =>
      `${code(who)} lives in ${namespace(own)}, its children in ${namespace(children)}. Whoever has been split like this cannot make another PID namespace.`,
    'namespaces/depth-limit': (_, { level, limit }) =>
      `Level ${level} would be too deep: PID namespaces nest ${limit} levels.`,
    'namespaces/closed-to-new': (_, { namespace: id }) =>
      `Process 1 of ${namespace(id)} has gone, and with it the namespace takes no one in. The kernel says “memory”; it means this.`,
    'namespaces/numbers-spent': (_, { next, namespace: id }) =>
      `The attempt used up its numbers all the same: the next on ${namespace(id)} is ${next}.`,
    'namespaces/handler-set': (who, { signal }) => `${code(who)} now handles ${signal} itself.`,
    'namespaces/handler-refused': (_, { signal }) => `Nobody can handle ${signal}.`,
    'namespaces/kill-unseen': (who, { pid, namespace: id }) =>
      `${code(who)} looks for ${pid} in ${namespace(id)}, and there is no such number there. What it cannot see it cannot signal.`,
    'namespaces/kill-ends': (_, { target, signal }) => `${code(target)} has no defence against ${signal}.`,
    'namespaces/kill-handled': (_, { target, signal }) =>
      `${code(target)} has a handler for ${signal}, and lives on.`,
    'namespaces/kill-too-late': (_, { target, zombie }) =>
      zombie
        ? `${code(target)} is dead already. A zombie cannot be killed, only reaped.`
        : `${code(target)} is on its way out already.`,
    'namespaces/one-ignores-its-own': (_, { target, signal, namespace: id }) =>
      `${code(target)} is process 1 of ${namespace(id)}: from inside, a signal it has no handler for never reaches it, not even ${signal === 'KILL' ? 'this one' : 'KILL'}.`,
    'namespaces/one-ignores-unhandled': (_, { target, signal, from }) =>
      `${code(target)} is a process 1 without a handler for ${signal}, so it ignores it, from ${namespace(from)} too. This is why \`docker stop\` can take ten seconds.`,
    'namespaces/one-killed-from-above': (_, { target, from, namespace: id }) =>
      `KILL comes from ${namespace(from)}, outside ${namespace(id)}. Out there ${code(target)} is a process like any other.`,
    'namespaces/exit-leaves-zombie': (who, { parent, end }) =>
      `${code(who)} is dead (${ended(end)}). Its numbers stay taken until its parent, ${code(parent)}, waits for it.`,
    'namespaces/orphan-adopted': (who, { from, by, reaperOf, own }) =>
      own === reaperOf
        ? `${code(who)} has lost its parent. Process 1 of ${namespace(own)}, ${code(by)}, adopts it.`
        : `${code(who)} has lost its parent. The kernel asks for process 1 where the parent ${code(from)} lived, not where the child lives: ${code(by)} of ${namespace(reaperOf)} adopts it.`,
    'namespaces/one-takes-all': (who, { namespace: id, killed }) =>
      `${code(who)} was process 1 of ${namespace(id)}. The namespace closes${killed > 0 ? `, and KILL goes to ${processes(killed)} left in it and further in` : ''}.`,
    'namespaces/one-waits': (_, { namespace: id, left }) =>
      `It cannot finish its exit while ${namespace(id)} still holds ${processes(left)}, be they zombies.`,
    'namespaces/reaped-at-once': (who, { parent }) =>
      `${code(who)} leaves no zombie: its parent ${code(parent)} is ending and asks about no one.`,
    'namespaces/wait-reaps': (who, { child, end }) =>
      `${code(who)} hears how ${code(child)} ended (${ended(end)}). Now it is gone.`,
    'namespaces/wait-nothing-yet': (who, { children }) =>
      `${code(who)} has ${children === 1 ? 'a child' : `${children} children`}, and none has ended.`,
    'namespaces/wait-childless': (who) => `${code(who)} has no children to wait for.`,
    'namespaces/host-panics': (who) =>
      `${code(who)} was the host’s own process 1. Nobody could take its place: the kernel panics.`,
    'namespaces/subreaper-set': (who) => `Orphans below ${code(who)} will come to it before process 1.`,
    'namespaces/orphan-to-subreaper': (who, { by }) =>
      `${code(who)} has lost its parent. Above it, in the same PID namespace, ${code(by)} is a subreaper, and adopts it.`,
    'namespaces/others-made': (_, { kinds, user: owner }) =>
      `New: ${list(kinds)}. They belong to ${user(owner)}: whoever is capable there is capable of them.`,
    'namespaces/time-moves-children': (who) =>
      `The clock of ${code(who)} itself stays what it was; the new time namespace is for its children.`,
    'namespaces/user-made': (_, { user: id, parent }) =>
      `In ${user(id)} it has every capability; of what belongs to ${user(parent)}, none.`,
    'namespaces/user-needs-numbers': (who, { user: id }) =>
      `${code(who)} has no uid or no gid in ${user(id)}: its maps have not been written. Whoever is nobody can own nothing.`,
    'namespaces/needs-capability': (who, { kinds, user: id }) =>
      `For ${list(kinds)} it takes CAP_SYS_ADMIN in ${user(id)}, and ${code(who)} has none there. Only a user namespace is free to all.`,
    'namespaces/owner-not-within': (who, { own, owner, user: id }) =>
      `${code(who)} is of ${user(id)}, but lives in ${namespace(own)}, which belongs to ${user(owner)}. A PID namespace inside it cannot belong further out.`,
    'namespaces/setns-unseen': (who, { pid, namespace: id }) =>
      `${code(who)} sees no ${pid} in ${namespace(id)}: pidfd_open fails already.`,
    'namespaces/setns-may-not-look': (who, { target, user: id }) =>
      `${code(who)} may not look into ${code(target)}: it takes capabilities in ${user(id)} that it does not have.`,
    'namespaces/setns-dead': (_, { target }) => `${code(target)} is dead and has let go of its namespaces.`,
    'namespaces/setns-same-user': (_, { user: id }) =>
      `It is in ${user(id)} already. To enter again would give back capabilities once given up.`,
    'namespaces/setns-not-capable': (who, { kind, user: id }) =>
      `For ${code(kind)} it takes CAP_SYS_ADMIN in ${user(id)}, and ${code(who)} has none there.`,
    'namespaces/setns-enters': (who, { target, kinds }) =>
      `${code(who)} is now where ${code(target)} is: ${list(kinds)}.`,
    'namespaces/setns-moves-children': (who, { own, children }) =>
      `Its numbers stay: ${code(who)} lives in ${namespace(own)}; its children will be born in ${namespace(children)}.`,
    'namespaces/capabilities-dropped': (who, { user: id }) =>
      `${code(who)} has no capability left in ${user(id)}. What was made from it further in it still owns.`,
    'namespaces/map-written': (_, { user: id, file, extents }) =>
      `${user(id)} now has its ${file}s, inside and outside: ${lines(extents)}.`,
    'namespaces/map-too-far': (who, { user: id, own }) =>
      `${code(who)} of ${user(own)} is neither in ${user(id)} nor in the one around it.`,
    'namespaces/map-once': (_, { user: id, file }) =>
      `The ${file} map of ${user(id)} is written, and it can be once only.`,
    'namespaces/map-not-capable': (who, { user: id }) => `${code(who)} has no capability in ${user(id)}.`,
    'namespaces/map-malformed': () => 'Empty, a count of 0, or lines that overlap: not a map.',
    'namespaces/map-zero-guarded': (_, { user: id, parent }) =>
      `This would map 0 of ${user(parent)}. ${user(id)} was made without capabilities there, so nobody inside may.`,
    'namespaces/map-not-own': (who, { parent, file }) =>
      `Without capabilities in ${user(parent)}, ${code(who)} may map one ${file} alone: its own.`,
    'namespaces/map-needs-deny': () =>
      'First `deny` must be in setgroups: else a group that takes rights away could be left.',
    'namespaces/map-outside-unknown': (_, { parent, file }) =>
      `${user(parent)} does not know all of these ${file}s.`,
    'namespaces/setgroups-written': (_, { user: id, to }) =>
      to === 'deny'
        ? `setgroups is forbidden in ${user(id)}, for good.`
        : `setgroups stays allowed in ${user(id)}.`,
    'namespaces/setgroups-not-capable': (who, { user: id }) =>
      `${code(who)} has no capability in ${user(id)}: the file does not even open.`,
    'namespaces/setgroups-final': (_, { user: id }) => `What is denied in ${user(id)} stays denied.`,
    'namespaces/setgroups-too-late': (_, { user: id }) =>
      `The gid map of ${user(id)} is written; only before that could setgroups be denied.`,
    'namespaces/exec-replaces': (who, { program }) =>
      `${code(who)} now runs ${code(program)}. It is the same process: its numbers, parent, children and namespaces stay.`,
    'namespaces/exec-forgets-handlers': (_, { signals, one }) =>
      `Its handlers for ${signals.join(', ')} were code of the old program, and are gone. ${one ? 'As a process 1 it ignores what it has no handler for.' : 'What they caught now ends it.'}`,
    'namespaces/exec-takes-capabilities': (_, { user: id }) =>
      `In ${user(id)} it is not uid 0, and only uid 0 comes out of exec with capabilities.`,
    'namespaces/exec-gives-capabilities': (_, { user: id }) =>
      `It is uid 0 in ${user(id)}: exec gives back every capability it had given up. From now on only whoever is capable there may look into it.`,
    'namespaces/exec-enters-time': () =>
      'The time namespace that waited for its children takes it in too: so it is since Linux 6.2.',
    'namespaces/exec-stays-in-time': () =>
      'It stays in its old time namespace: up to Linux 6.1 only children enter the new one.',
  },

  moves: {
    setns: (by, { pid, kinds }) => `${code(by)} enters ${list(kinds)} of process ${pid} with setns`,
    subreaper: (by) => `${code(by)} becomes a subreaper`,
    drop: (by) => `${code(by)} gives up its capabilities`,
    map: (by, { of, file, extents }) => `${code(by)} writes ${lines(extents)} to \`/proc/${of}/${file}_map\``,
    setgroups: (by, { of, to }) => `${code(by)} writes \`${to}\` to \`/proc/${of}/setgroups\``,
    fork: (by, { comm }) => (comm ? `${code(by)} forks; the child runs ${code(comm)}` : `${code(by)} forks`),
    clone: (by, { comm, kinds }) =>
      `${code(by)} clones ${comm ? `a child that runs ${code(comm)}` : 'a child'} in ${kinds && kinds.join() !== 'pid' ? `new namespaces (${list(kinds)})` : 'a new PID namespace'}`,
    unshare: (by, { kinds }) =>
      kinds && kinds.join() !== 'pid'
        ? `${code(by)} unshares ${list(kinds)}`
        : `${code(by)} unshares its PID namespace`,
    exec: (by, { comm }) => `${code(by)} runs ${code(comm)} in its own place (exec)`,
    exit: (by, { status }) => `${code(by)} exits with ${status}`,
    handle: (by, { signal }) => `${code(by)} installs a handler for ${signal}`,
    kill: (by, { pid, signal }) => `${code(by)} sends ${signal} to ${pid}`,
    wait: (by) => `${code(by)} waits for a child`,
    die: (by) => `${code(by)} dies`,
    finish: (by) => `${code(by)} finishes its exit`,
  },

  outcomes: {
    done: () => 'done',
    pid: ({ pid }) => `returns ${pid}`,
    error: ({ errno }) => errors[errno],
    'nothing-yet': () => 'returns 0: nothing yet',
    panic: () => 'Kernel panic: attempted to kill init!',
    'no-actor': () => 'not possible: this process no longer runs',
    'left-out': () => 'this model leaves it out',
  },

  uncheckable: {
    'namespaces/host-panics':
      'the end of the host’s own process 1: in a sandbox the outermost process 1 is not the machine’s',
  },

  leftOut: {
    threads: 'threads (numbers are those of thread group leaders)',
    'program-at-birth':
      'what a child named at its birth runs: it has a new name and default signal handlers, and keeps its parent’s capabilities (`exec` counts them anew)',
    'namespace-files': 'files of `/proc/PID/ns` held open or bind-mounted, which keep a namespace alive',
    'stop-and-continue': 'STOP and CONT, and blocked or queued signals',
    'process-groups': 'process groups and sessions; `kill` with 0 or less',
    'ignored-sigchld': 'parents that ignore SIGCHLD, whose children leave no zombies',
    ptrace: 'ptrace',
    'number-reuse': 'numbers beginning again at `pid_max`',
    'pid-limits': 'limits on the number of processes and namespaces',
    'other-users':
      'several users: all processes here belong to one, who is 0 in the outermost user namespace',
    'single-capabilities': 'capabilities one by one: a process has all of them or none',
    contents: 'what is in a namespace: mounts, links, host names, queues, clocks',
  },
}
