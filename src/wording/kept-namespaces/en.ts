import type { Holder, Name } from '#models/kept-namespaces'
import type { Wording } from './types.ts'

const code = (text: string): string => `\`${text}\``

// Letters count each kind; Greek for user namespaces, as elsewhere in the book.
const name = ({ kind, place }: Name): string => {
  if (place === 0) return `the machine’s ${code(kind)}`
  const letter = kind === 'user' ? String.fromCharCode(0x3b0 + place) : (place + 9).toString(36).toUpperCase()
  return `${code(kind)} ${letter}`
}

const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

const names = (all: readonly Name[]): string => list(all.map(name))

const holder = (one: Holder): string => {
  switch (one.by) {
    case 'process':
      return {
        in: code(`${one.comm} ${one.id}`),
        children: `the children to come of ${code(`${one.comm} ${one.id}`)}`,
        dead: `the dead ${code(`${one.comm} ${one.id}`)}`,
      }[one.how]
    case 'file':
      return `descriptor ${one.fd} of ${code(`${one.comm} ${one.id}`)}`
    case 'mount':
      return `the mount at ${code(`/run/ns/${one.at}`)} in ${name(one.in)}`
    case 'child':
      return `${name(one.name)}, which lies in it`
    case 'owned':
      return `${name(one.name)}, which belongs to it`
  }
}

const errors: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBADF: 'bad file descriptor',
  ECHILD: 'no child processes',
  EINVAL: 'invalid argument',
  ENOENT: 'no such file or directory',
  ENOMEM: 'cannot allocate memory',
  ENOSPC: 'no space left on device',
  EPERM: 'operation not permitted',
  ESRCH: 'no such process',
}

export const en: Wording = {
  name,

  reasons: {
    'kept/made': (_, { names: all }) =>
      `New: ${names(all)}. What holds ${all.length === 1 ? 'it' : 'them'} so far is one process.`,
    'kept/joins': (who, { names: all }) => `From now on ${code(who)} holds ${names(all)} too.`,
    'kept/file-opened': (_, { of, fd }) =>
      `Descriptor ${fd} leads to ${name(of)} and holds it, wherever its members go.`,
    'kept/file-closed': (_, { of, fd }) => `Descriptor ${fd} has let go of ${name(of)}.`,
    'kept/file-mounted': (_, { of, at }) =>
      `The file at ${code(`/run/ns/${at}`)} is now ${name(of)}, and holds it without any process.`,
    'kept/file-unmounted': (_, { of, at }) =>
      `${code(`/run/ns/${at}`)} is an empty file again. It has let go of ${name(of)}.`,
    'kept/mounts-copied': (_, { count, into }) =>
      `${name(into)} begins as a copy, ${count === 1 ? 'the mounted file in it' : `${count} mounted files in it`}. Each copy holds as well.`,
    'kept/entered': (who, { of }) => `${code(who)} is in ${name(of)} now, by way of its file.`,
    'kept/waits': (who, { names: all }) =>
      `${code(who)} is dead. Until its parent waits for it, it keeps its number and who it was: with them ${names(all)}.`,
    'kept/ends': (_, { name: one }) => `Nothing holds ${name(one)} any more. It is gone.`,
    'kept/goes-on': (_, { name: one, holders }) =>
      `${name(one)} is still there, held by ${list(holders.map(holder))}.`,
    'kept/empty-pid': (_, { name: one }) =>
      `Of ${name(one)} only the shell is left: its process 1 has ended, and nobody can be born in it.`,
    'kept/nothing-changes': () => 'Nobody has let go of anything yet.',
    'kept/no-such-file': (who) => `${code(who)} has no such file there.`,
    'kept/no-such-process': (who, { pid }) => `${code(who)} sees no process ${pid}.`,
    'kept/dead-has-none': (who, { kind }) => `${code(who)} is dead and is in no ${code(kind)} any more.`,
    'kept/may-not-look': (who) =>
      `${code(who)} has no capabilities where the other lives, and may not look at its files.`,
    'kept/may-not-mount': (who, { owner }) =>
      `${code(who)}’s table of mounts belongs to ${name(owner)}, where it has no capability.`,
    'kept/mount-loops': (_, { of }) =>
      `A table can hold the file of a younger one only. ${name(of)} is not: the two could hold each other for ever.`,
    'kept/mount-locked': (_, { at }) =>
      `${code(`/run/ns/${at}`)} came with a copy from a more privileged table. Here it cannot be taken away.`,
    'kept/may-not-enter': (who, { owner }) =>
      `It takes CAP_SYS_ADMIN in ${name(owner)}, and ${code(who)} has none there.`,
    'kept/same-user': (who) => `${code(who)} is in it already.`,
    'kept/not-further-in': (_, { of }) =>
      `${name(of)} is not further in: nobody’s children can be born further out.`,
    'kept/refused': (who) => `The kernel refuses it to ${code(who)}, for reasons that “Who sees what” tells.`,
  },

  moves: {
    fork: (by, { comm }) => (comm ? `${code(by)} starts ${code(comm)}` : `${code(by)} forks`),
    clone: (by, { comm, kinds }) =>
      `${code(by)} starts ${code(comm ?? 'a child')} in a new ${list((kinds ?? ['pid']).map(code))}`,
    unshare: (by, { kinds }) => `${code(by)} unshares ${list((kinds ?? ['pid']).map(code))}`,
    setns: (by, { pid, kinds }) => `${code(by)} enters ${list(kinds.map(code))} of process ${pid}`,
    exit: (by) => `${code(by)} exits`,
    kill: (by, { pid, signal }) => `${code(by)} sends ${signal} to ${pid}`,
    wait: (by) => `${code(by)} waits for a child`,
    drop: (by) => `${code(by)} gives up its capabilities`,
    map: (by, { of, file }) => `${code(by)} writes ${code(`/proc/${of}/${file}_map`)}`,
    open: (by, { pid, kind }) => `${code(by)} opens ${code(`/proc/${pid}/ns/${kind}`)}`,
    bind: (by, { pid, kind }) => `${code(by)} mounts ${code(`/proc/${pid}/ns/${kind}`)} on a file`,
    close: (by, { fd }) => `${code(by)} closes descriptor ${fd}`,
    umount: (by, { at }) => `${code(by)} unmounts ${code(`/run/ns/${at}`)}`,
    enter: (by, { at }) => `${code(by)} enters by ${code(`/run/ns/${at}`)}`,
    die: (by) => `${code(by)} dies`,
    finish: (by) => `${code(by)} finishes its exit`,
  },

  outcomes: {
    done: () => 'done',
    pid: ({ pid }) => `returns ${pid}`,
    fd: ({ fd }) => `descriptor ${fd}`,
    mounted: ({ at }) => `mounted at ${code(`/run/ns/${at}`)}`,
    error: ({ errno }) => `${code(errno)}: ${errors[errno]}`,
    'nothing-yet': () => 'returns 0: nobody has ended',
    panic: () => 'Kernel panic: attempted to kill init!',
    'no-actor': () => 'not possible: this process no longer runs',
    'left-out': () => 'this model leaves it out',
  },

  leftOut: {
    'mounted-file-systems':
      'file systems that hold a namespace by being mounted: `proc` its PID namespace, `mqueue` its IPC namespace, any made inside its user namespace',
    'passed-descriptors':
      'descriptors on their way through a unix socket, and those that the kernel holds for a thread or `io_uring`',
    'for-children-files': 'the files `pid_for_children` and `time_for_children`',
    sockets: 'sockets and devices taken along out of a network namespace',
    propagation: 'mounts that stay in touch: every copied table goes its own way here',
    processors:
      'more than one processor: since Linux 6.18 each numbers namespaces by itself, so that of two mount namespaces made on different ones the older may pass for the younger',
    exec: '`exec`, and descriptors that close on it',
    'process-rules':
      'why a process is refused or dies: the model `namespaces`, on which this one stands, knows it',
  },
}
